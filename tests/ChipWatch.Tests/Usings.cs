global using ChipWatch.Pipeline.Accuracy;
global using Xunit;
