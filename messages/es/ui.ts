import type { Same } from "@/messages/en/same";
import type en from "@/messages/en/ui";

export default {
  number: "<hidden>Número </hidden>{value}",
  publicPrice: "<hidden>Precio para todos: </hidden>{price}",
  memberPrice: "<hidden>Precio para socios: </hidden>{price}",
} satisfies Same<typeof en>;
