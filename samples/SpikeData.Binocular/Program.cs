// 'render FOLDER' writes what a rig records, and the recipe beside it; everything else builds data sets and trains models.
if (args is not ["render", string folder]) return DatasetsProgram.Run(args);
RenderedRig rig = new(folder);
rig.TakeBoard();
rig.TakeScene("scenes/street");
string recipe = Path.Combine(folder, "datasets.yaml");
if (!File.Exists(recipe)) File.Copy(Path.Combine(AppContext.BaseDirectory, "datasets.yaml"), recipe);
Console.WriteLine($"{folder}: board/pictures, board/spikes, scenes/street, datasets.yaml");
return 0;
