import { EnamelNumber } from "@/components/ui/enamel-number";
import { TileFrame, type TileFrameProps } from "./tile-frame";

type ProductTileProps = Omit<TileFrameProps, "plate"> & { number: number };

export function ProductTile({ number, ...tile }: ProductTileProps) {
  return <TileFrame plate={<EnamelNumber value={number} />} {...tile} />;
}
