using Platform.Composition;

var builder = WebApplication.CreateBuilder(args);
builder.AddPlatform();
var app = builder.Build();
app.UsePlatform();
await app.RunAsync();
