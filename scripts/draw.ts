// npm run draw: prints the drawings of components/product-art into the one file from which pages show them.
import { writeFileSync } from "node:fs";
import { printSprite } from "@/components/product-art/print-sprite";

writeFileSync("components/product-art/drawings.svg", printSprite());
