import { ink } from "./inks";

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
