import type en from "@/messages/en/navigation";
import type { Same } from "@/messages/en/same";

export default {
  underWay: "Cargando la página.",
} satisfies Same<typeof en>;
