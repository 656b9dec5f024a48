import { GroundShadow, ink } from "./parts";

export function Lantern() {
  return (
    <>
      <circle cx="200" cy="206" r="132" fill={ink.brassLight} opacity="0.3" />
      <GroundShadow from={132} to={272} y={346} />
      <path
        d="M128 116 C120 14 280 14 272 116"
        fill="none"
        stroke={ink.ironLight}
        strokeWidth="6"
        strokeLinecap="round"
      />
      <path d="M126 286 C104 240 104 160 132 110 H142 C122 166 122 236 142 286 Z" fill={ink.clayDeep} />
      <path d="M274 286 C296 240 296 160 268 110 H258 C278 166 278 236 258 286 Z" fill={ink.clayDeep} />
      <path
        d="M158 132 H242 C270 176 270 222 240 266 H160 C130 222 130 176 158 132 Z"
        fill={ink.enamel}
        opacity="0.75"
      />
      <path
        d="M228 132 H242 C270 176 270 222 240 266 H222 C250 222 250 176 228 132 Z"
        fill={ink.enamelShade}
        opacity="0.8"
      />
      <path
        d="M200 160 C216 190 226 206 222 228 C220 246 210 254 200 254 C190 254 180 246 178 228 C174 206 192 192 200 160 Z"
        fill={ink.brass}
      />
      <path
        d="M202 204 C210 220 212 228 210 238 C208 248 204 252 200 252 C194 252 190 246 190 238 C190 226 198 218 202 204 Z"
        fill={ink.brassLight}
      />
      <path
        d="M152 176 C146 196 148 216 156 234"
        fill="none"
        stroke={ink.enamel}
        strokeWidth="6"
        strokeLinecap="round"
      />
      <path d="M126 176 H274 M122 222 H278" stroke={ink.ironLight} strokeWidth="4" />
      <path d="M166 84 H234 L256 128 H144 Z" fill={ink.clay} />
      <path d="M214 84 H234 L256 128 H222 Z" fill={ink.clayDeep} />
      <path d="M178 64 H222 V84 H178 Z" fill={ink.clayDeep} />
      <path d="M170 60 C170 50 230 50 230 60 L226 68 H174 Z" fill={ink.clay} />
      <rect x="136" y="126" width="128" height="10" rx="5" fill={ink.cobalt} />
      <path d="M148 262 H252 L264 290 H136 Z" fill={ink.clayDeep} />
      <path
        d="M128 288 H272 C280 288 284 293 284 300 L288 338 C288 345 284 350 276 350 H124 C116 350 112 345 112 338 L116 300 C116 293 120 288 128 288 Z"
        fill={ink.clay}
      />
      <path
        d="M238 288 H272 C280 288 284 293 284 300 L288 338 C288 345 284 350 276 350 H240 C248 330 247 308 238 288 Z"
        fill={ink.clayDeep}
      />
      <path d="M130 304 V330" stroke={ink.clayLight} strokeWidth="8" strokeLinecap="round" />
      <circle cx="290" cy="306" r="10" fill={ink.brass} />
      <rect x="160" y="308" width="56" height="22" rx="5" fill={ink.cobalt} />
      <path d="M172 319 H204" stroke={ink.enamel} strokeWidth="4" strokeLinecap="round" />
    </>
  );
}

const hours = [0, 30, 60, 90, 120, 150, 180, 210, 240, 270, 300, 330];

export function Clock() {
  return (
    <>
      <circle cx="220" cy="222" r="150" fill={ink.shadow} />
      <circle cx="200" cy="200" r="150" fill={ink.cobalt} />
      <path d="M306 94 A150 150 0 0 1 94 306 L104 296 A136 136 0 0 0 296 104 Z" fill={ink.cobaltDeep} />
      <path
        d="M72 200 A128 128 0 0 1 160 78"
        fill="none"
        stroke={ink.cobaltLight}
        strokeWidth="7"
        strokeLinecap="round"
        transform="rotate(-4 200 200) scale(1.08) translate(-15 -15)"
      />
      <circle cx="200" cy="200" r="124" fill={ink.enamel} />
      <path d="M288 112 A124 124 0 0 1 112 288 C190 290 280 220 288 112 Z" fill={ink.enamelShade} />
      {hours.map((angle) => (
        <rect
          key={angle}
          x={angle % 90 === 0 ? 193 : 196}
          y="90"
          width={angle % 90 === 0 ? 14 : 8}
          height={angle % 90 === 0 ? 30 : 20}
          rx="2"
          fill={ink.iron}
          transform={`rotate(${angle} 200 200)`}
        />
      ))}
      <path d="M192 216 L196 128 H204 L208 216 Z" fill={ink.iron} transform="rotate(304 200 200)" />
      <path d="M194 222 L197 98 H203 L206 222 Z" fill={ink.iron} transform="rotate(48 200 200)" />
      <path d="M198 236 L199 104 H201 L202 236 Z" fill={ink.clay} transform="rotate(168 200 200)" />
      <circle cx="200" cy="200" r="12" fill={ink.clay} />
      <circle cx="200" cy="200" r="4" fill={ink.enamel} />
    </>
  );
}

/** Figure: a cup on the turntable, and the brush that is held still while the cup paints itself. */
export function Turntable() {
  return (
    <>
      <ellipse cx="282" cy="372" rx="176" ry="22" fill={ink.shadow} />
      <path d="M236 320 H292 L300 376 H228 Z" fill={ink.iron} />
      <path d="M274 320 H292 L300 376 H278 Z" fill={ink.ironDeep} />
      <ellipse cx="264" cy="322" rx="158" ry="24" fill={ink.woodDeep} />
      <ellipse cx="264" cy="312" rx="158" ry="24" fill={ink.wood} />
      <ellipse cx="264" cy="310" rx="118" ry="16" fill="none" stroke={ink.woodLight} strokeWidth="3" />
      <path
        d="M140 300 C158 286 192 280 226 279"
        fill="none"
        stroke={ink.woodLight}
        strokeWidth="4"
        strokeLinecap="round"
      />
      <path
        d="M350 176 C410 160 424 250 346 258"
        fill="none"
        stroke={ink.enamelShade}
        strokeWidth="18"
        strokeLinecap="round"
      />
      <path d="M164 144 H364 L350 290 C349 302 340 308 328 308 H200 C188 308 179 302 178 290 Z" fill={ink.enamel} />
      <path
        d="M310 144 H364 L350 290 C349 302 340 308 328 308 H298 C318 260 322 200 310 144 Z"
        fill={ink.enamelShade}
      />
      <ellipse cx="264" cy="144" rx="100" ry="22" fill={ink.enamelShade} />
      <path
        d="M180 144 C190 132 224 128 264 128 C304 128 338 132 348 144 C330 156 198 156 180 144 Z"
        fill={ink.ironLight}
        opacity="0.35"
      />
      <path
        d="M164 144 C164 168 364 168 364 144"
        fill="none"
        stroke={ink.cobalt}
        strokeWidth="11"
        strokeLinecap="round"
      />
      <path
        d="M164 144 C164 132 206 123 250 122"
        fill="none"
        stroke={ink.cobalt}
        strokeWidth="8"
        strokeLinecap="round"
      />
      <path
        d="M196 190 C196 226 200 254 206 276"
        fill="none"
        stroke={ink.enamelShade}
        strokeWidth="6"
        strokeLinecap="round"
      />
      <g transform="rotate(-34 352 150)">
        <path
          d="M352 138 C366 134 384 134 398 136 V166 C384 168 366 164 350 156 C346 152 346 142 352 138 Z"
          fill={ink.cobaltDeep}
        />
        <rect x="396" y="132" width="34" height="38" fill={ink.brass} />
        <rect x="396" y="154" width="34" height="16" fill={ink.brassDeep} />
        <path d="M430 136 C470 134 520 142 560 148 V154 C520 160 470 168 430 166 Z" fill={ink.clay} />
        <path d="M430 152 C470 152 520 152 560 151 V154 C520 160 470 168 430 166 Z" fill={ink.clayDeep} />
      </g>
      <path d="M96 246 C76 286 100 330 140 350" fill="none" stroke={ink.cobalt} strokeWidth="5" strokeLinecap="round" />
      <path
        d="M128 354 L146 353 L138 338 Z"
        fill={ink.cobalt}
        stroke={ink.cobalt}
        strokeWidth="4"
        strokeLinejoin="round"
      />
    </>
  );
}

export function WateringCan() {
  return (
    <>
      <GroundShadow from={140} to={300} y={334} />
      <path
        d="M250 176 C350 120 372 236 296 300"
        fill="none"
        stroke={ink.leafDeep}
        strokeWidth="15"
        strokeLinecap="round"
      />
      <path d="M152 298 L60 126 L78 112 L176 240 Z" fill={ink.leaf} />
      <path d="M152 298 L110 220 L128 178 L176 240 Z" fill={ink.leafDeep} />
      <path d="M36 134 L92 92 L100 106 L46 148 Z" fill={ink.brass} />
      <path d="M36 134 L92 92 L84 84 C64 86 40 104 32 124 Z" fill={ink.brassLight} />
      <circle cx="50" cy="112" r="3" fill={ink.brassDeep} />
      <circle cx="62" cy="103" r="3" fill={ink.brassDeep} />
      <circle cx="74" cy="95" r="3" fill={ink.brassDeep} />
      <path d="M152 180 C156 110 232 96 252 180" fill="none" stroke={ink.leaf} strokeWidth="14" strokeLinecap="round" />
      <path
        d="M160 160 C168 130 190 122 206 124"
        fill="none"
        stroke={ink.leafLight}
        strokeWidth="5"
        strokeLinecap="round"
      />
      <path d="M138 180 H268 L290 316 C292 328 286 336 274 336 H132 C120 336 114 328 116 316 Z" fill={ink.leaf} />
      <path d="M238 180 H268 L290 316 C292 328 286 336 274 336 H234 C252 290 254 230 238 180 Z" fill={ink.leafDeep} />
      <path
        d="M138 300 C138 270 144 240 152 214"
        fill="none"
        stroke={ink.leafLight}
        strokeWidth="8"
        strokeLinecap="round"
      />
      <ellipse cx="203" cy="180" rx="66" ry="14" fill={ink.leafDeep} />
      <ellipse cx="203" cy="180" rx="66" ry="14" fill="none" stroke={ink.brass} strokeWidth="5" />
      <path d="M120 290 L117 310 H289 L286 290 Z" fill={ink.cobalt} />
      <path d="M250 290 H286 L289 310 H246 Z" fill={ink.cobaltDeep} />
    </>
  );
}
