import { ink } from "./inks";

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
