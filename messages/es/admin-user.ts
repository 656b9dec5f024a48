import type en from "@/messages/en/admin-user";
import type { Same } from "@/messages/same";

export default {
  title: "Usuario",
  badges: { disabled: "Desactivado", invited: "Invitado, nunca ha iniciado sesión" },
  links: {
    own: "Esta es tu propia cuenta. Otro administrador puede cambiarla aquí.",
    edit: "Editar",
    role: "Cambiar el rol",
    sessions: "Cerrar sesiones",
    passkeys: "Restablecer llaves de acceso",
    recover: "Dar acceso a una dirección nueva",
    completeRecovery: "Completar el acceso para una dirección nueva",
    stopRecovery: "Detener el acceso para una dirección nueva",
    enable: "Activar",
    disable: "Desactivar",
    invite: "Enviar la invitación de nuevo",
    delete: "Eliminar",
    all: "Todos los usuarios",
  },
  profile: {
    title: "Perfil",
    email: "Correo electrónico",
    phone: "Número de teléfono",
    notProven: "(sin confirmar)",
    registered: "Registro",
    lastLogin: "Último inicio de sesión",
    never: "Nunca",
    disabled: "Desactivado",
    disabledFor: "{at}: <bdi>{reason}</bdi>",
    leaving: "Se va",
    leavingOn: "Pidió el {asked} que se elimine su cuenta, y se eliminará a partir del {due}",
    recovery: "Acceso para una dirección nueva",
    recoveryOf: "<ltr>{email}</ltr>, empezado el {started}, no antes del {due}: <bdi>{reason}</bdi>",
    recoveryCodes: "Códigos de recuperación",
    noRecoveryCodes: "Ninguno",
    recoveryCodesLeft: "{count, plural, one {Queda #} other {Quedan #}}",
    id: "Identificador",
  },
  sessions: {
    title: "Sesiones abiertas ahora",
    empty: "En ninguna parte.",
    times: "Inició sesión el {at}; visto por última vez el {seen}.",
    timesFromIp: "Inició sesión el {at} desde <ltr>{ip}</ltr>; visto por última vez el {seen}.",
    timesFromPlace: "Inició sesión el {at} desde {place} (<ltr>{ip}</ltr>); visto por última vez el {seen}.",
  },
  passkeys: {
    title: "Llaves de acceso",
    empty: "Ninguna.",
    unnamed: "Una llave de acceso sin nombre",
    used: "Añadida el {at}, usada por última vez el {used}.",
    neverUsed: "Añadida el {at}, nunca usada.",
    synced: "Guardada en la cuenta de su dueño en un proveedor.",
    oneDevice: "Solo en un dispositivo.",
  },
  challenges: {
    title: "Últimos códigos pedidos",
    empty: "Ninguno en los últimos días.",
    purposeAndState: "{purpose}: {state}",
    details:
      "{at}, desde {device}. {sends, plural, one {# mensaje} other {# mensajes}}, {attempts, plural, one {# intento} other {# intentos}}.",
  },
  events: {
    title: "Lo último en el registro de auditoría",
    empty: "Nada todavía.",
    all: "Verlo todo",
    at: "{at}.",
    atDevice: "{at}, {device}.",
    atIp: "{at}, <ltr>{ip}</ltr>.",
    atDeviceAndIp: "{at}, {device}, <ltr>{ip}</ltr>.",
  },
  disable: {
    meta: "Desactivar un usuario",
    title: "¿Desactivar a <bdi>{username}</bdi>?",
    loggedOut:
      "Se cierra la sesión de <ltr>{email}</ltr> en todas partes; en la sala de socios también, en menos de un minuto.",
    shut: "Ningún código y ninguna llave de acceso abre la cuenta hasta que un administrador la deje entrar de nuevo. La página de inicio de sesión no le dice a nadie por qué.",
    rest: "El perfil, las llaves de acceso y el historial se quedan como están.",
    submit: "Desactivar la cuenta",
    pending: "Desactivando…",
  },
  enable: {
    meta: "Activar un usuario",
    title: "¿Dejar entrar de nuevo a <bdi>{username}</bdi>?",
    access: "<ltr>{email}</ltr> puede iniciar sesión de nuevo, con un código y con las llaves de acceso que sigan ahí.",
    sessions: "Las sesiones de antes siguen terminadas.",
    reason:
      "El motivo de entonces («<bdi>{reason}</bdi>») desaparece de la página del usuario y se queda en el registro de auditoría.",
    noReason: "El registro de auditoría conserva que la cuenta estuvo desactivada.",
    submit: "Activar la cuenta",
    pending: "Activando…",
  },
  edit: {
    meta: "Editar un usuario",
    title: "Editar a <bdi>{username}</bdi>",
    email:
      "Con un correo nuevo se cierra la sesión del usuario en todas partes, y entra con un código que se envía ahí. Hasta entonces cuenta como no confirmado. Las llaves de acceso se quedan.",
    mails: "La dirección antigua y la nueva reciben un correo que lo dice. A la antigua no se le dice la nueva entera.",
    adminWithoutPasskey:
      "Este administrador aún no tiene ninguna llave de acceso: quien lea el buzón nuevo puede añadir la primera y cambiar cosas aquí con ella.",
    phone: "Un número de teléfono nuevo cuenta como no confirmado. Al correo se le dice que lo hay.",
    audit: "El registro de auditoría conserva cuáles de los tres se cambiaron, no lo que ponía en ellos.",
    submit: "Guardar",
    pending: "Guardando…",
  },
  role: {
    meta: "Cambiar un rol",
    title: "¿Cambiar el rol de <bdi>{username}</bdi>?",
    now: {
      CUSTOMER: "<bdi>{username}</bdi> es cliente ahora.",
      STAFF: "<bdi>{username}</bdi> es del personal ahora.",
      ADMIN: "<bdi>{username}</bdi> es administrador ahora.",
    },
    loggedOut:
      "Con otro rol se cierra su sesión en todas partes y tiene que iniciarla de nuevo: las sesiones del personal terminan tras 30 minutos sin un clic, y tras 12 horas.",
    legend: "Rol nuevo",
    rights: {
      CUSTOMER: "compra, y no ve el panel",
      STAFF: "lee el panel, y no cambia nada",
      ADMIN: "lee el panel y cambia usuarios, en cuanto tiene una llave de acceso",
    },
    unknown: "Elige un rol.",
    submit: "Cambiar el rol",
    pending: "Cambiando…",
  },
  endSessions: {
    meta: "Cerrar sesiones",
    title: "¿Cerrar sesiones de <bdi>{username}</bdi>?",
    loggedOut:
      "Un navegador cuya sesión termina queda fuera con su siguiente petición; en la sala de socios, en menos de un minuto.",
    browser: "Deja de ser conocido: el siguiente inicio de sesión desde él se avisa al usuario por correo.",
    codes: "Si se cierran todas las sesiones, también dejan de valer los códigos que estén en camino.",
    legend: "Cuáles",
    all: "Todas",
    allOfNone: "Todas (ahora mismo no hay ninguna)",
    times: "iniciada el {at}, vista por última vez el {seen}",
    submit: "Cerrar",
    pending: "Cerrando…",
  },
  resetPasskeys: {
    meta: "Restablecer llaves de acceso",
    title: "¿Quitar todas las llaves de acceso de <bdi>{username}</bdi>?",
    none: "Ahora mismo no hay ninguna llave de acceso que quitar.",
    removed:
      "{count, plural, one {La única llave de acceso deja de abrir la cuenta. Esto no se puede deshacer.} other {Las # llaves de acceso dejan de abrir la cuenta. Esto no se puede deshacer.}}",
    loggedOut: "Se cierra la sesión de <ltr>{email}</ltr> en todas partes, y entra con un código.",
    mail: "La dirección recibe un correo que lo dice.",
    admin:
      "Después puede añadir una llave de acceso solo con un código de su buzón, y cambiar cosas aquí con ella. Habla antes con esa persona, y no por correo.",
    newOnes: "Después puede añadir otras.",
    submit: "Quitar todas las llaves de acceso",
    pending: "Quitando…",
  },
  recover: {
    meta: "Dar acceso a una dirección nueva",
    title: "¿Dar acceso a <bdi>{username}</bdi> con una dirección nueva?",
    forWhom:
      "Para quien no puede leer el correo de la dirección antigua y no tiene ni llave de acceso ni código de recuperación. Asegúrate antes de quién es, y no por correo.",
    wait: "Durante {hours, number} horas no cambia nada. Se avisa enseguida a la dirección antigua y a la nueva.",
    stops: "Quien inicie sesión entretanto, o pulse el enlace del correo a la dirección antigua, lo detiene.",
    completed:
      "Tras la espera, un administrador lo completa aquí, en esta página. Si nadie lo hace en dos semanas, queda olvidado.",
    admin:
      "Es un administrador: quien lea el buzón nuevo puede añadir después una primera llave de acceso y cambiar cosas aquí con ella. Habla antes con esa persona cara a cara.",
    email: "Dirección de correo nueva",
    submit: "Empezar la espera",
    pending: "Empezando…",
  },
  completeRecovery: {
    title: "¿Dar a <bdi>{username}</bdi> la dirección <ltr>{email}</ltr>?",
    begun: "Se empezó el {at}: <bdi>{reason}</bdi>",
    waiting: "La espera termina el {at}. Hasta entonces se rechaza.",
    over: "La espera ha terminado y nadie lo ha detenido.",
    loggedOut:
      "Se cierran todas las sesiones de la cuenta. Se quitan todas las llaves de acceso y los códigos de recuperación, y el número de teléfono deja de estar verificado, porque se dan por perdidos.",
    login:
      "El usuario entra con un código que se envía a la dirección nueva. Hasta entonces cuenta como no confirmada.",
    mails: "La dirección antigua y la nueva reciben un correo que lo dice.",
    submit: "Dar acceso",
    pending: "Cambiando…",
  },
  stopRecovery: {
    meta: "Detener el acceso para una dirección nueva",
    title: "¿Impedir que <bdi>{username}</bdi> reciba una dirección nueva?",
    kept: "La cuenta conserva su dirección, sus llaves de acceso y sus códigos de recuperación. No se cierra ninguna sesión.",
    told: "No se avisa a ninguna de las dos direcciones. Se puede empezar otra vez, con una espera nueva.",
    submit: "Detenerlo",
    pending: "Deteniendo…",
  },
  delete: {
    meta: "Eliminar un usuario",
    title: "¿Eliminar a <bdi>{username}</bdi>?",
    gone: "Desaparecen para siempre: el perfil, las sesiones, las llaves de acceso, los navegadores conocidos y las peticiones de códigos a <ltr>{email}</ltr>.",
    audit:
      "Se conserva en el registro de auditoría {days, plural, one {# día} other {# días}} desde cada entrada: qué se hizo, por el identificador del usuario y la dirección enmascarada (<ltr>{masked}</ltr>), desde qué dirección de red y navegador, y los motivos que escribieron los administradores.",
    free: "El nombre de usuario, el correo y el número de teléfono quedan libres para una cuenta nueva. La dirección recibe un correo que lo dice.",
    username: "Nombre de usuario",
    confirm: "Escribe <bdi>{username}</bdi> para confirmar.",
    submit: "Eliminar la cuenta",
    pending: "Eliminando…",
  },
  invite: {
    meta: "Enviar una invitación de nuevo",
    title: "¿Invitar de nuevo a <bdi>{username}</bdi>?",
    mail: "<ltr>{email}</ltr> recibe la invitación otra vez: que la tienda le ha creado una cuenta y dónde iniciar sesión.",
    limit: "A una dirección se le pueden enviar tres correos así al día.",
    submit: "Enviar la invitación",
    pending: "Enviando…",
  },
  notices: {
    INVITED: "La cuenta está creada y la invitación va en camino.",
    INVITED_AGAIN: "La invitación va en camino de nuevo.",
    EDITED: "El perfil está cambiado.",
    EDITED_AND_USER_TOLD: "El perfil está cambiado. Se ha avisado al usuario por correo.",
    USER_NOT_TOLD: "El perfil está cambiado, pero no se ha podido enviar el correo que lo avisa. Díselo tú al usuario.",
    EDITED_AND_TOLD: "El perfil está cambiado. Se ha avisado a la dirección de correo antigua y a la nueva.",
    OLD_NOT_TOLD:
      "El perfil está cambiado, pero no se ha podido enviar el correo a la dirección antigua. Díselo tú al usuario.",
    NEW_NOT_TOLD:
      "El perfil está cambiado, pero no se ha podido enviar el correo a la dirección nueva. Díselo tú al usuario.",
    NOBODY_TOLD:
      "El perfil está cambiado, pero no se ha podido enviar ninguno de los dos correos. Dile tú al usuario cuál es la dirección nueva.",
    DISABLED: "La cuenta está desactivada y su sesión cerrada en todas partes.",
    ENABLED: "La cuenta está abierta de nuevo.",
    ROLE_CHANGED:
      "El rol está cambiado. Se ha cerrado la sesión del usuario en todas partes, y lo tiene desde su próximo inicio de sesión.",
    PASSKEYS_RESET: "Se han quitado todas las llaves de acceso y se ha cerrado la sesión del usuario en todas partes.",
    PASSKEYS_RESET_AND_TOLD:
      "Se han quitado todas las llaves de acceso y se ha cerrado la sesión del usuario en todas partes. Se le ha avisado por correo.",
    PASSKEYS_RESET_NOT_TOLD:
      "Se han quitado todas las llaves de acceso, pero no se ha podido enviar el correo que lo avisa. Díselo tú al usuario.",
    RECOVERY_BEGUN:
      "Ha empezado. Se ha avisado a la dirección antigua y a la nueva, y desde la antigua se puede detener.",
    RECOVERY_BEGUN_NOT_TOLD:
      "Ha empezado, pero al menos uno de los dos correos no se ha podido enviar. Detenlo y empieza de nuevo cuando el correo funcione.",
    RECOVERY_STOPPED: "Está detenido. No se ha cambiado nada más.",
    RECOVERY_COMPLETED:
      "La cuenta tiene la dirección nueva. Se han cerrado todas las sesiones, las llaves de acceso y los códigos de recuperación ya no existen y el número de teléfono deja de estar verificado.",
    RECOVERY_COMPLETED_NOT_TOLD:
      "La cuenta tiene la dirección nueva, pero al menos uno de los dos correos que lo avisan no se ha podido enviar. Díselo tú al usuario.",
    SESSIONS_ENDED: "Se ha cerrado la sesión del usuario en todas partes.",
    SESSION_ENDED: "Esa sesión está cerrada.",
  },
} satisfies Same<typeof en>;
