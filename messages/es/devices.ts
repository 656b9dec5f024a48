import type en from "@/messages/en/devices";
import type { Same } from "@/messages/en/same";

export default {
  unknownDevice: "un dispositivo desconocido",
  unknownBrowser: "un navegador desconocido",
  browserOnSystem: "{browser} en {system}",
  cityInCountry: "{city}, {country}",
} satisfies Same<typeof en>;
