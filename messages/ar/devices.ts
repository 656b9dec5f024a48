import type en from "@/messages/en/devices";
import type { Same } from "@/messages/en/same";

export default {
  unknownDevice: "جهاز غير معروف",
  unknownBrowser: "متصفح غير معروف",
  browserOnSystem: "{browser} على {system}",
  cityInCountry: "{city}، {country}",
} satisfies Same<typeof en>;
