/** Values are in app/theme.css. */
export const ink = {
  enamel: "var(--art-enamel)",
  enamelShade: "var(--art-enamel-shade)",
  cobalt: "var(--art-cobalt)",
  cobaltDeep: "var(--art-cobalt-deep)",
  cobaltLight: "var(--art-cobalt-light)",
  iron: "var(--art-iron)",
  ironDeep: "var(--art-iron-deep)",
  ironLight: "var(--art-iron-light)",
  wood: "var(--art-wood)",
  woodDeep: "var(--art-wood-deep)",
  woodLight: "var(--art-wood-light)",
  clay: "var(--art-clay)",
  clayDeep: "var(--art-clay-deep)",
  clayLight: "var(--art-clay-light)",
  leaf: "var(--art-leaf)",
  leafDeep: "var(--art-leaf-deep)",
  leafLight: "var(--art-leaf-light)",
  brass: "var(--art-brass)",
  brassDeep: "var(--art-brass-deep)",
  brassLight: "var(--art-brass-light)",
  linen: "var(--art-linen)",
  linenDeep: "var(--art-linen-deep)",
  shadow: "var(--art-shadow)",
} as const;

/** The light comes from the upper left. */
export function GroundShadow({ from, to, y = 332 }: { from: number; to: number; y?: number }) {
  return (
    <path
      d={`M${from} ${y} C${from} ${y - 8} ${from + 20} ${y - 12} ${from + 40} ${y - 12} H${to + 26} C${to + 50} ${y - 12} ${to + 58} ${y - 8} ${to + 58} ${y - 2} C${to + 58} ${y + 6} ${to + 30} ${y + 10} ${to} ${y + 10} H${from + 20} C${from + 6} ${y + 10} ${from} ${y + 6} ${from} ${y} Z`}
      fill={ink.shadow}
    />
  );
}

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

/** Figure: the rim cut open. Steel in the middle, glass around it, thin at the lip, and the second coat over it. */
export function RimSection() {
  return (
    <>
      <path
        d="M112 320 C112 220 120 140 150 92 C164 68 196 60 216 80 C232 96 236 118 232 140 C226 190 240 250 244 320 Z"
        fill={ink.enamel}
      />
      <path
        d="M216 80 C232 96 236 118 232 140 C226 190 240 250 244 320 H222 C220 250 206 190 212 140 C216 116 218 98 216 80 Z"
        fill={ink.enamelShade}
      />
      <path
        d="M140 320 C142 230 148 160 168 112 C176 94 196 90 206 104 C212 114 212 126 208 144 C200 196 212 254 214 320 Z"
        fill={ink.ironLight}
      />
      <path
        d="M190 98 C198 96 204 100 206 104 C212 114 212 126 208 144 C200 196 212 254 214 320 H194 C192 250 182 190 188 140 C192 122 194 108 190 98 Z"
        fill={ink.iron}
      />
      <path
        d="M124 154 C130 122 138 104 148 86 C166 54 206 46 228 72 C248 96 250 124 244 150 C240 162 232 160 230 150 C236 122 232 98 214 82 C196 66 170 72 158 94 C148 112 142 130 138 152 C136 162 122 162 124 154 Z"
        fill={ink.cobalt}
      />
      <path
        d="M150 96 C160 76 178 66 198 68"
        fill="none"
        stroke={ink.cobaltLight}
        strokeWidth="6"
        strokeLinecap="round"
      />
      <path d="M258 96 H330 M250 226 H330 M204 270 H330" stroke="currentColor" strokeWidth="2" />
      <path d="M236 96 H258 M232 226 H250" stroke="currentColor" strokeWidth="2" />
      <g fill="currentColor" fontSize="19" fontWeight="600">
        <text x="338" y="102">
          {1}
        </text>
        <text x="338" y="232">
          {2}
        </text>
        <text x="338" y="276">
          {3}
        </text>
      </g>
      <path d="M186 270 H204" stroke={ink.enamel} strokeWidth="2" />
    </>
  );
}

/** For a product without a drawing. */
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
