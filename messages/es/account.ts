import type * as en from "@/messages/en/account";
import type { Same } from "@/messages/en/same";

export const account = {
  title: "Tu cuenta",
  hello: "Hola, <bdi>{username}</bdi>",
  lead: "Tus datos, tal como los guardamos.",
  goOn: "Seguir donde estabas",
  recovery: {
    title: "Alguien dice que has perdido esta cuenta",
    what: "Esa persona pide a la tienda otra dirección de correo para la cuenta. <stop>Detenerlo</stop>",
  },
  memberSince: "Socio desde",
  changeUsername: "Cambiar tu nombre de usuario",
  changeEmail: "Cambiar tu dirección de correo",
  changePhone: "Cambiar tu número de teléfono",
  change: "Cambiar",
  verified: "Verificado",
  notVerified: "Sin verificar",
  links: {
    account: "Volver a tu cuenta",
    label: "Tu cuenta",
    details: "Perfil",
    review: "Acceso a la cuenta",
    orders: "Pedidos",
    sessions: "Sesiones",
    passkeys: "Llaves de acceso",
    recoveryCodes: "Códigos de recuperación",
    data: "Tus datos",
    dashboard: "Abrir el panel",
  },
} satisfies Same<typeof en.account>;

export const accountMenu = {
  bag: "Bolsa",
  logIn: "Iniciar sesión",
  logOut: "Cerrar sesión",
  register: "Crear cuenta",
  join: "Únete",
  account: "Mi cuenta",
  ownAccount: "Cuenta",
  home: "Sala de socios",
  users: "Usuarios",
  panel: ": tus páginas",
} satisfies Same<typeof en.accountMenu>;

export const profile = {
  save: "Guardar",
  saving: "Guardando…",
  sendCode: "Enviar código",
  sending: "Enviando…",
  username: {
    title: "Cambiar tu nombre de usuario",
    lead: "Puedes hacerlo dos veces en treinta días. Tu nombre anterior queda libre enseguida.",
    closedUntil: "Puedes volver a cambiarlo a partir del {at}",
  },
  email: {
    waiting:
      "Todavía no hemos podido avisar a tu buzón anterior. Tu correo cambiará a <ltr>{email}</ltr> en cuanto salga ese mensaje. No cierres la sesión hasta entonces.",
    title: "Cambiar tu dirección de correo",
    lead: "Tus códigos llegan ahora a <ltr>{email}</ltr>.",
    label: "Correo nuevo",
    hint: "Enviamos un código allí. Tu dirección cambia cuando lo hayas escrito.",
    start: "Cambiar el correo",
    steps: {
      confirm: "Confirmas que eres tú y escribes un código que enviamos a la dirección nueva.",
      undo: "Avisamos a ambas direcciones. Durante siete días, un enlace del correo a la anterior puede deshacer el cambio.",
      old: "Los códigos y enlaces de los correos a la dirección anterior dejan de servir. Las llaves de acceso se quedan.",
    },
  },
  phone: {
    title: "Cambiar tu número de teléfono",
    leadVerified: "Tu número es <ltr>{phone}</ltr>. Está verificado.",
    leadUnverified: "Tu número es <ltr>{phone}</ltr>. No está verificado.",
    start: "Cambiar el número",
    startUnverified: "Verificar o cambiar el número",
    steps: {
      confirm: "Confirmas que eres tú y escribes un código que enviamos por SMS a ese número.",
      confirmWithoutTexts: "Confirmas que eres tú. La tienda no envía SMS, así que el número queda sin verificar.",
      told: "Te avisamos por correo. No avisamos al número.",
    },
  },
} satisfies Same<typeof en.profile>;

export const sessions = {
  lead: "Estos navegadores pueden abrir tu cuenta ahora mismo.",
  thisBrowser: "Este navegador",
  times: "Inicio de sesión el {at} {how}; visto por última vez el {seen}.",
  timesFromLocation: "Inicio de sesión el {at} {how} en {place}; visto por última vez el {seen}.",
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
    "«Cerrar sesión en todas partes» cierra también esta sesión. Para volver a entrar, usa un código o una llave de acceso. Las llaves de acceso se quedan. Si no conoces alguna, o has perdido su dispositivo, quítala antes.",
} satisfies Same<typeof en.sessions>;

export const devices = {
  unknownDevice: "un dispositivo desconocido",
  unknownBrowser: "un navegador desconocido",
  browserOnSystem: "{browser} en {system}",
  cityInCountry: "{city}, {country}",
} satisfies Same<typeof en.devices>;

export const language = {
  title: "Idioma y zona horaria",
  lead: "Mostramos las páginas, enviamos los correos y damos las horas en el idioma y la zona horaria que elijas.",
  term: "Idioma",
  change: "Cambiar tu idioma y tu zona horaria",
  languages: "Idioma",
  timeZone: "Zona horaria",
  timeZoneHint: "Los lugares están ordenados por región, cada uno con su diferencia de hoy con el UTC.",
  zoneUnsaid: "Sin indicar: UTC",
  save: "Guardar",
  saving: "Guardando…",
  notices: {
    LANGUAGE_SAVED: "Guardado. La tienda usará estos ajustes dondequiera que inicies sesión.",
    LANGUAGE_UNKNOWN: "No se ha cambiado nada: no tenemos ese idioma o esa zona horaria. Elige una opción de la lista.",
  },
  device: {
    use: "Usar la zona horaria de este dispositivo",
    filledIn: "Hemos puesto {zone}. Guárdala para conservarla.",
    unknown: "Tu dispositivo no indica su zona horaria. Elige una de la lista.",
  },
  regions: {
    Africa: "África",
    America: "América",
    Antarctica: "Antártida",
    Arctic: "Océano Ártico",
    Asia: "Asia",
    Atlantic: "Océano Atlántico",
    Australia: "Australia",
    Europe: "Europa",
    Indian: "Océano Índico",
    Pacific: "Océano Pacífico",
  },
} satisfies Same<typeof en.language>;

export const review = {
  title: "Acceso a la cuenta",
  lead: "Todo esto puede abrir tu cuenta. Si la ha usado otra persona, algo puede ser suyo. Conserva lo que reconozcas y quita lo demás.",
  nothing: "Solo este navegador y tu dirección de correo pueden abrir tu cuenta.",
  sessions: "Otras sesiones",
  endSessions: "Cerrar sesiones",
  removePasskeys: "Quitar una llave de acceso",
  replaceCodes: "Sustituir los códigos de recuperación",
  phone: "Número de teléfono",
  phoneVerified: "Verificado el {at}.",
  changePhone: "Cambiar el número",
  about: "Cada cosa se quita por separado, y te pedimos que confirmes que eres tú.",
  keepAll: "Conservar todo",
  done: "Ir a tu cuenta",
} satisfies Same<typeof en.review>;
