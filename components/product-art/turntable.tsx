import { ink } from "./inks";

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
