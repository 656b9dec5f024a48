import { GroundShadow, ink } from "./parts";

function Spool({ x, thread, shade }: { x: number; thread: string; shade: string }) {
  return (
    <g transform={`translate(${x} 0)`}>
      <rect x="0" y="128" width="62" height="14" rx="5" fill={ink.woodLight} />
      <path d="M6 142 H56 V214 H6 Z" fill={thread} />
      <path d="M40 142 H56 V214 H40 Z" fill={shade} />
      <path d="M6 156 L56 150 M6 172 L56 166 M6 188 L56 182 M6 204 L56 198" stroke={shade} strokeWidth="3" />
      <rect x="23" y="122" width="16" height="8" rx="3" fill={ink.woodDeep} />
    </g>
  );
}

export function MendingTin() {
  return (
    <>
      <GroundShadow from={64} to={330} y={334} />
      <path d="M84 58 C84 48 90 42 100 42 H320 C330 42 336 48 336 58 L346 190 H74 Z" fill={ink.cobaltDeep} />
      <path d="M98 62 C98 58 101 55 105 55 H315 C319 55 322 58 322 62 L330 186 H90 Z" fill={ink.cobalt} />
      <path
        d="M112 168 L118 74 H190"
        fill="none"
        stroke={ink.cobaltLight}
        strokeWidth="7"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <Spool x={92} thread={ink.clay} shade={ink.clayDeep} />
      <Spool x={169} thread={ink.brass} shade={ink.brassDeep} />
      <Spool x={246} thread={ink.leaf} shade={ink.leafDeep} />
      <path d="M58 192 H362 L352 318 C351 328 344 336 334 336 H86 C76 336 69 328 68 318 Z" fill={ink.enamel} />
      <path
        d="M298 192 H362 L352 318 C351 328 344 336 334 336 H290 C304 290 306 240 298 192 Z"
        fill={ink.enamelShade}
      />
      <rect x="50" y="186" width="320" height="16" rx="6" fill={ink.cobalt} />
      <path d="M300 186 H364 C368 186 370 189 370 194 C370 199 368 202 364 202 H300 Z" fill={ink.cobaltDeep} />
      <path
        d="M104 300 C140 232 176 320 214 262 C226 244 246 250 252 264"
        fill="none"
        stroke={ink.clay}
        strokeWidth="5"
        strokeLinecap="round"
      />
      <path d="M246 262 L296 236" stroke={ink.iron} strokeWidth="5" strokeLinecap="round" />
      <path d="M250 260 L258 256" stroke={ink.enamel} strokeWidth="2" strokeLinecap="round" />
    </>
  );
}

export function DustpanAndBrush() {
  return (
    <>
      <g transform="rotate(-14 150 220) translate(14 16)" fill={ink.shadow}>
        <path d="M50 208 L82 118 H218 L250 208 V330 H50 Z" />
        <rect x="134" y="24" width="32" height="100" rx="15" />
      </g>
      <g transform="rotate(-14 150 220)">
        <rect x="134" y="24" width="32" height="110" rx="15" fill={ink.wood} />
        <path d="M152 24 C160 26 166 32 166 40 V134 H152 Z" fill={ink.woodDeep} />
        <circle cx="150" cy="42" r="6" fill={ink.woodDeep} />
        <path
          d="M74 128 C76 120 82 116 90 116 H210 C218 116 224 120 226 128 L252 236 V324 H48 V236 Z"
          fill={ink.cobalt}
        />
        <path d="M94 142 H206 L226 236 V324 H74 V236 Z" fill={ink.cobaltDeep} />
        <path d="M94 142 H206 L211 164 H89 Z" fill={ink.cobaltLight} />
        <path d="M48 236 L74 236 V324 H48 Z" fill={ink.cobaltLight} />
        <path d="M44 316 H256 V330 H44 Z" fill={ink.enamel} />
      </g>
      <g transform="rotate(22 290 220)">
        <path d="M270 40 C286 34 308 38 308 58 V176 H276 V58 Z" fill={ink.shadow} transform="translate(12 12)" />
        <path d="M262 216 H334 L350 350 H266 Z" fill={ink.shadow} />
        <path
          d="M248 218 H332 L344 330 C330 338 320 328 306 336 C294 328 280 338 268 330 C256 336 246 330 236 332 Z"
          fill={ink.linen}
        />
        <path d="M300 218 H332 L344 330 C330 338 320 328 306 336 Z" fill={ink.linenDeep} />
        <path d="M262 236 L256 318 M284 236 L282 322" stroke={ink.linenDeep} strokeWidth="4" strokeLinecap="round" />
        <path
          d="M274 56 C274 40 306 40 306 56 L310 150 C330 160 342 176 344 200 V220 H236 V200 C238 176 250 160 270 150 Z"
          fill={ink.wood}
        />
        <path
          d="M292 44 C300 45 306 49 306 56 L310 150 C330 160 342 176 344 200 V220 H304 C312 170 296 110 292 44 Z"
          fill={ink.woodDeep}
        />
        <circle cx="290" cy="62" r="6" fill={ink.clay} />
        <path
          d="M254 200 C256 186 264 176 274 170"
          fill="none"
          stroke={ink.woodLight}
          strokeWidth="7"
          strokeLinecap="round"
        />
      </g>
    </>
  );
}
