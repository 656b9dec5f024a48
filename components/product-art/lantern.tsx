import { GroundShadow } from "./ground-shadow";
import { ink } from "./inks";

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
