import { GroundShadow } from "./ground-shadow";
import { ink } from "./inks";

export function PepperMill() {
  return (
    <>
      <GroundShadow from={150} to={252} y={338} />
      <rect x="192" y="52" width="16" height="16" rx="7" fill={ink.brass} />
      <path
        d="M200 64 C236 64 256 88 252 116 C249 136 236 146 228 152 H172 C164 146 151 136 148 116 C144 88 164 64 200 64 Z"
        fill={ink.cobalt}
      />
      <path
        d="M214 66 C240 72 256 92 252 116 C249 136 236 146 228 152 H206 C228 128 232 94 214 66 Z"
        fill={ink.cobaltDeep}
      />
      <path
        d="M166 112 C164 96 172 84 184 80"
        fill="none"
        stroke={ink.cobaltLight}
        strokeWidth="7"
        strokeLinecap="round"
      />
      <rect x="168" y="150" width="64" height="12" fill={ink.brass} />
      <rect x="212" y="150" width="20" height="12" fill={ink.brassDeep} />
      <path
        d="M170 162 H230 C234 176 246 184 246 198 C246 222 226 228 226 252 C226 282 256 296 260 338 H140 C144 296 174 282 174 252 C174 228 154 222 154 198 C154 184 166 176 170 162 Z"
        fill={ink.wood}
      />
      <path
        d="M212 162 H230 C234 176 246 184 246 198 C246 222 226 228 226 252 C226 282 256 296 260 338 H216 C222 300 204 282 204 252 C204 228 222 220 222 198 C222 184 214 176 212 162 Z"
        fill={ink.woodDeep}
      />
      <path
        d="M176 186 C168 194 168 204 176 214"
        fill="none"
        stroke={ink.woodLight}
        strokeWidth="7"
        strokeLinecap="round"
      />
      <path
        d="M166 318 C170 302 178 292 184 280"
        fill="none"
        stroke={ink.woodLight}
        strokeWidth="7"
        strokeLinecap="round"
      />
      <path d="M140 338 C141 332 142 326 143 321 H257 C258 326 259 332 260 338 Z" fill={ink.cobalt} />
      <path d="M218 321 H257 C258 326 259 332 260 338 H216 Z" fill={ink.cobaltDeep} />
      <circle cx="96" cy="334" r="8" fill={ink.iron} />
      <circle cx="118" cy="342" r="7" fill={ink.ironDeep} />
      <circle cx="80" cy="345" r="6" fill={ink.ironLight} />
      <circle cx="320" cy="350" r="7" fill={ink.iron} />
    </>
  );
}
