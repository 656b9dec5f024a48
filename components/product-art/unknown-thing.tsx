import { GroundShadow } from "./ground-shadow";
import { ink } from "./inks";

/** For a product whose drawing is not made yet: a parcel, still tied. */
export function UnknownThing() {
  return (
    <>
      <GroundShadow from={80} to={310} y={330} />
      <path d="M76 132 H324 V334 H76 Z" fill={ink.wood} />
      <path d="M260 132 H324 V334 H260 Z" fill={ink.woodDeep} />
      <path d="M76 132 H324 V150 H76 Z" fill={ink.woodLight} />
      <path d="M190 132 V334 M76 226 H324" stroke={ink.cobalt} strokeWidth="9" />
      <path
        d="M190 132 C140 70 120 130 190 132 C260 130 240 70 190 132"
        fill="none"
        stroke={ink.cobalt}
        strokeWidth="9"
      />
    </>
  );
}
