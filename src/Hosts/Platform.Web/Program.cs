using Platform.Composition;
using Platform.Composition.Commands;

if (OperatorCommands.IsAsked(args))
{
    return await OperatorCommands.RunAsync(args);
}

var builder = WebApplication.CreateBuilder(args);
builder.AddPlatform();
var app = builder.Build();
app.UsePlatform();
await app.RunAsync();
return 0;
