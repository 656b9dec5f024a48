import type en from "@/messages/en/navigation";
import type { Same } from "@/messages/same";

export default {
  underWay: "Cargando la página.",
} satisfies Same<typeof en>;
