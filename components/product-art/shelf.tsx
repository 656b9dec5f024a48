import { Drawing } from "./drawing";
import { ink } from "./inks";

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

/** Four pieces of the range on two shelves: the shop's window. */
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
