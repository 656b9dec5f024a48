import { ink } from "./inks";

export function Notebook() {
  return (
    <>
      <g transform="rotate(-7 200 210)">
        <path d="M52 112 H372 V330 H52 Z" fill={ink.shadow} />
        <path
          d="M36 102 C36 98 39 95 43 95 H357 C361 95 364 98 364 102 V316 C364 320 361 323 357 323 H43 C39 323 36 320 36 316 Z"
          fill={ink.cobalt}
        />
        <path d="M200 95 H357 C361 95 364 98 364 102 V316 C364 320 361 323 357 323 H200 Z" fill={ink.cobaltDeep} />
        <path
          d="M46 88 C100 78 160 82 200 98 C240 82 300 78 354 88 V306 C300 296 240 300 200 316 C160 300 100 296 46 306 Z"
          fill={ink.enamel}
        />
        <path d="M200 98 C240 82 300 78 354 88 V306 C300 296 240 300 200 316 Z" fill={ink.linen} />
        <path d="M200 98 C208 94 216 92 226 90 V304 C216 307 208 311 200 316 Z" fill={ink.linenDeep} />
        <path
          d="M70 124 C106 118 146 120 178 130 M70 152 C106 146 146 148 178 158 M70 180 C106 174 146 176 178 186 M70 208 C106 202 146 204 178 214 M70 236 C106 230 146 232 178 242 M70 264 C106 258 146 260 178 270"
          fill="none"
          stroke={ink.cobaltLight}
          strokeWidth="2.5"
          strokeLinecap="round"
        />
        <path
          d="M244 128 C272 120 304 118 332 122 M244 156 C272 148 304 146 332 150 M244 184 C272 176 304 174 332 178"
          fill="none"
          stroke={ink.cobaltLight}
          strokeWidth="2.5"
          strokeLinecap="round"
        />
        <path
          d="M72 116 C84 106 92 126 104 114 C116 104 124 124 138 116 C148 110 154 120 162 120"
          fill="none"
          stroke={ink.iron}
          strokeWidth="4"
          strokeLinecap="round"
        />
        <path
          d="M72 144 C88 134 96 154 112 142 C120 138 126 146 132 144"
          fill="none"
          stroke={ink.iron}
          strokeWidth="4"
          strokeLinecap="round"
        />
        <path
          d="M188 316 V352 L197 344 L206 352 V312 C203 313 201 315 200 316 C196 314 192 312 188 311 Z"
          fill={ink.clay}
        />
      </g>
      <g transform="rotate(38 290 250)">
        <path d="M214 264 H376 V280 H226 Z" fill={ink.shadow} />
        <path d="M232 240 H356 V264 H232 Z" fill={ink.brass} />
        <path d="M232 256 H356 V264 H232 Z" fill={ink.brassDeep} />
        <path d="M232 240 L204 252 L232 264 Z" fill={ink.woodLight} />
        <path d="M213 248 L204 252 L213 256 Z" fill={ink.iron} />
        <rect x="346" y="240" width="12" height="24" fill={ink.enamelShade} />
        <path d="M358 240 H368 C374 240 376 246 376 252 C376 258 374 264 368 264 H358 Z" fill={ink.clay} />
      </g>
    </>
  );
}
