import type { Same } from "@/messages/en/same";
import type en from "@/messages/en/sessions";

export default {
  lead: "Cada navegador que puede abrir tu cuenta ahora mismo.",
  thisBrowser: "Este navegador",
  times: "Inicio de sesión el {at} {how}; visto por última vez el {seen}.",
  timesFromPlace: "Inicio de sesión el {at} {how} en {place}; visto por última vez el {seen}.",
  how: {
    EMAIL_CODE: "con un código por correo",
    PHONE_CODE: "con un código por teléfono",
    PASSKEY: "con una llave de acceso",
    RECOVERY_CODE: "con un código de recuperación",
  },
  end: "Cerrar sesión<hidden> de {device}, visto por última vez el {seen}</hidden>",
  endOthers: "Cerrar todas las demás sesiones",
  everywhere: "Cerrar sesión en todas partes",
  about:
    "«Cerrar sesión en todas partes» cierra también esta: vuelves a entrar con un código o una llave de acceso. Las llaves de acceso se quedan. Si alguna no es tuya, o has perdido su dispositivo, quítala antes.",
} satisfies Same<typeof en>;
