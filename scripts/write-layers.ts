// npm run layers: writes the table of layers into the file that Biome reads.
import { writeFileSync } from "node:fs";
import { layerRules } from "./layers";

writeFileSync("biome.layers.json", `${JSON.stringify(layerRules(), null, 2)}\n`);
