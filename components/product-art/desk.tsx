import { GroundShadow, ink } from "./parts";

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

export function Scissors() {
  return (
    <>
      <g transform="rotate(24 200 200) translate(10 14)" fill={ink.shadow}>
        <path d="M190 206 L252 40 L262 46 L218 216 Z" />
        <path d="M210 206 L148 40 L138 46 L182 216 Z" />
        <circle cx="136" cy="314" r="50" />
        <circle cx="264" cy="314" r="50" />
      </g>
      <g transform="rotate(24 200 200)">
        <path d="M186 214 L146 34 C160 40 170 56 176 76 L216 206 Z" fill={ink.enamelShade} />
        <path d="M146 34 C160 40 170 56 176 76 L216 206 L206 208 Z" fill={ink.enamel} />
        <path
          d="M186 196 L216 206 C226 236 236 256 250 268 L230 284 C210 262 194 234 186 196 Z"
          fill={ink.cobaltDeep}
        />
        <circle cx="262" cy="312" r="38" fill="none" stroke={ink.cobaltDeep} strokeWidth="20" />
        <path d="M214 214 L254 34 C240 40 230 56 224 76 L184 206 Z" fill={ink.enamel} />
        <path d="M254 34 C240 40 230 56 224 76 L184 206 L192 209 Z" fill={ink.enamelShade} />
        <path d="M214 196 L184 206 C174 236 164 256 150 268 L170 284 C190 262 206 234 214 196 Z" fill={ink.cobalt} />
        <circle cx="138" cy="312" r="38" fill="none" stroke={ink.cobalt} strokeWidth="20" />
        <path
          d="M106 300 C110 286 122 276 136 274"
          fill="none"
          stroke={ink.cobaltLight}
          strokeWidth="6"
          strokeLinecap="round"
        />
        <path
          d="M230 300 C234 286 246 276 260 274"
          fill="none"
          stroke={ink.cobalt}
          strokeWidth="6"
          strokeLinecap="round"
        />
        <circle cx="200" cy="206" r="12" fill={ink.brass} />
        <path d="M194 212 L206 200" stroke={ink.brassDeep} strokeWidth="4" />
      </g>
    </>
  );
}

export function TapeDispenser() {
  return (
    <>
      <GroundShadow from={60} to={330} y={326} />
      <circle cx="232" cy="186" r="88" fill={ink.brassLight} />
      <path d="M262 103 A88 88 0 0 1 262 269 C296 226 296 146 262 103 Z" fill={ink.brass} />
      <circle cx="232" cy="186" r="58" fill={ink.linen} />
      <circle cx="232" cy="186" r="46" fill={ink.cobalt} />
      <path d="M248 143 A46 46 0 0 1 248 229 C262 204 262 168 248 143 Z" fill={ink.cobaltDeep} />
      <circle cx="232" cy="186" r="13" fill={ink.brass} />
      <circle cx="228" cy="182" r="5" fill={ink.brassLight} />
      <path d="M168 126 C130 156 104 186 74 204 L80 214 C116 196 142 168 178 138 Z" fill={ink.brassLight} />
      <path
        d="M56 330 C44 330 38 322 40 312 L58 214 C60 204 68 198 78 198 H86 C96 198 100 208 106 222 C118 250 150 262 196 262 H290 C326 262 352 284 356 314 C357 324 350 330 340 330 Z"
        fill={ink.iron}
      />
      <path
        d="M280 262 H290 C326 262 352 284 356 314 C357 324 350 330 340 330 H284 C304 310 302 282 280 262 Z"
        fill={ink.ironDeep}
      />
      <path d="M62 292 L74 226" stroke={ink.ironLight} strokeWidth="8" strokeLinecap="round" />
      <path d="M52 206 L60 192 L66 203 L74 192 L80 203 L88 192 L92 206 Z" fill={ink.enamelShade} />
      <rect x="206" y="286" width="78" height="26" rx="5" fill={ink.cobalt} />
      <rect x="210" y="290" width="70" height="18" rx="3" fill="none" stroke={ink.enamel} strokeWidth="2" />
      <path d="M222 299 H268" stroke={ink.enamel} strokeWidth="4" strokeLinecap="round" />
    </>
  );
}

export function TaskLamp() {
  return (
    <>
      <path d="M128 172 L28 336 H262 L216 148 Z" fill={ink.brassLight} opacity="0.45" />
      <GroundShadow from={226} to={330} y={338} />
      <path d="M276 320 L322 190" stroke={ink.iron} strokeWidth="11" strokeLinecap="round" />
      <path d="M322 190 L196 92" stroke={ink.iron} strokeWidth="11" strokeLinecap="round" />
      <path
        d="M274 318 L319 190 L196 95"
        fill="none"
        stroke={ink.ironLight}
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="322" cy="190" r="15" fill={ink.brass} />
      <circle cx="319" cy="187" r="5" fill={ink.brassLight} />
      <path d="M180 66 L210 102 L190 116 L164 82 Z" fill={ink.brass} />
      <path d="M112 178 C94 130 122 82 168 72 C198 78 228 110 228 144 Z" fill={ink.cobalt} />
      <path d="M168 72 C198 78 228 110 228 144 L186 156 C200 124 194 92 168 72 Z" fill={ink.cobaltDeep} />
      <path
        d="M124 150 C120 126 130 106 146 96"
        fill="none"
        stroke={ink.cobaltLight}
        strokeWidth="8"
        strokeLinecap="round"
      />
      <path d="M108 176 L230 141 L233 152 L112 188 Z" fill={ink.enamel} />
      <path d="M144 178 A28 24 0 0 0 198 162 Z" fill={ink.brassLight} />
      <path d="M218 338 C218 322 236 314 276 314 C316 314 334 322 334 338 Z" fill={ink.iron} />
      <path d="M290 315 C318 317 334 324 334 338 H286 C292 330 293 322 290 315 Z" fill={ink.ironDeep} />
      <rect x="266" y="300" width="20" height="18" rx="4" fill={ink.brass} />
    </>
  );
}
