import { ink } from "./inks";

/** Where a standing thing meets the table. The light always comes from the upper left. */
export function GroundShadow({ from, to, y = 332 }: { from: number; to: number; y?: number }) {
  return (
    <path
      d={`M${from} ${y} C${from} ${y - 8} ${from + 20} ${y - 12} ${from + 40} ${y - 12} H${to + 26} C${to + 50} ${y - 12} ${to + 58} ${y - 8} ${to + 58} ${y - 2} C${to + 58} ${y + 6} ${to + 30} ${y + 10} ${to} ${y + 10} H${from + 20} C${from + 6} ${y + 10} ${from} ${y + 6} ${from} ${y} Z`}
      fill={ink.shadow}
    />
  );
}
