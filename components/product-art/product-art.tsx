import { classNames } from "@/components/ui/class-names";
import sprite from "./drawings.svg";
import { ink } from "./parts";
import { stocks } from "./stocks";

/** Those that a product can have. */
export const productDrawings: readonly string[] = Object.keys(stocks);

/** Decorative. `isVeiled`: a silhouette. */
export function ProductArt({
  art,
  isVeiled = false,
  className,
}: {
  art: string;
  isVeiled?: boolean;
  className?: string;
}) {
  const stock = stocks[art];
  return (
    <svg
      viewBox="0 0 400 400"
      aria-hidden="true"
      className={classNames(
        "block aspect-square",
        isVeiled ? "veiled bg-accent-soft" : (stock ?? "bg-stock-stone"),
        className,
      )}
    >
      <Drawing art={stock === undefined ? "unknown-thing" : art} />
    </svg>
  );
}

function Board({ y }: { y: number }) {
  return (
    <>
      <path d={`M60 ${y + 22} H520 L548 ${y + 44} H96 Z`} fill={ink.shadow} />
      <rect x="24" y={y} width="512" height="22" fill={ink.wood} />
      <rect x="24" y={y} width="512" height="7" fill={ink.woodLight} />
      <path d={`M96 ${y + 22} H120 L96 ${y + 58} Z M464 ${y + 22} H440 L464 ${y + 58} Z`} fill={ink.woodDeep} />
    </>
  );
}

export function Shelf({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 560 560" preserveAspectRatio="xMidYMid slice" aria-hidden="true" className={className}>
      <Board y={252} />
      <Board y={500} />
      <g transform="translate(36 30) scale(0.66)">
        <Drawing art="watering-can" />
      </g>
      <g transform="translate(290 26) scale(0.668)">
        <Drawing art="pepper-mill" />
      </g>
      <g transform="translate(14 284) scale(0.63)">
        <Drawing art="mixing-bowl" />
      </g>
      <g transform="translate(272 266) scale(0.68)">
        <Drawing art="task-lamp" />
      </g>
    </svg>
  );
}

/** For an empty bag. */
export function EmptyShelf({ className }: { className?: string }) {
  return (
    <svg viewBox="0 150 560 180" aria-hidden="true" className={className}>
      <Board y={252} />
    </svg>
  );
}

/** From drawings.svg; custom properties inherit the page's inks. */
export function Drawing({ art }: { art: string }) {
  return <use href={`${sprite.src}#${art}`} />;
}
