import { ink } from "./inks";

/** Figure: the rim from above, with the spot where the stroke runs over its own beginning. */
export function Overlap() {
  return (
    <>
      <circle cx="206" cy="172" r="122" fill={ink.shadow} />
      <circle cx="192" cy="160" r="122" fill={ink.enamel} />
      <circle cx="192" cy="160" r="104" fill={ink.enamelShade} />
      <path d="M118 233 A104 104 0 0 1 266 87 A128 128 0 0 0 118 233 Z" fill={ink.ironLight} opacity="0.45" />
      <path d="M279 90 A112 112 0 1 0 300 190" fill="none" stroke={ink.cobalt} strokeWidth="17" strokeLinecap="round" />
      <path d="M301 186 A112 112 0 0 0 268 77" fill="none" stroke={ink.cobalt} strokeWidth="12" strokeLinecap="round" />
      <path
        d="M294 116 A112 112 0 0 0 271 80"
        fill="none"
        stroke={ink.cobaltDeep}
        strokeWidth="19"
        strokeLinecap="round"
      />
      <path
        d="M90 128 A108 108 0 0 1 150 62"
        fill="none"
        stroke={ink.cobaltLight}
        strokeWidth="4"
        strokeLinecap="round"
      />
      <path d="M296 92 L340 66" stroke="currentColor" strokeWidth="2" />
      <circle cx="350" cy="60" r="5" fill="none" stroke="currentColor" strokeWidth="2" />
    </>
  );
}
