import type { ExportRefusal } from "@/lib/admin/start-export";

const refusals: readonly ExportRefusal[] = ["PROOF_NEEDED", "EXPORTS_SPENT"];
const parameter = "export";

/** Why there was no file, in the address of the page that the export leads back to. */
export const exportNotice = {
  on(page: string, refusal: ExportRefusal): string {
    return `${page}${page.includes("?") ? "&" : "?"}${parameter}=${refusal}`;
  },
  find(query: Record<string, unknown>): ExportRefusal | undefined {
    return refusals.find((refusal) => refusal === query[parameter]);
  },
};
