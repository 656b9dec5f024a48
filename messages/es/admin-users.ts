import type * as en from "@/messages/en/admin-users";
import type { Same } from "@/messages/en/same";

export const adminUsers = {
  title: "Usuarios",
  lead: "Todos los que tienen una cuenta.",
  add: "Añadir un usuario",
  deleted:
    "El usuario se ha eliminado. El correo que se lo avisa va en camino. El registro de auditoría conserva sus entradas {days, plural, one {# día} other {# días}}.",
  shown: {
    exact: "{count, plural, one {# usuario} many {# de usuarios} other {# usuarios}}",
    estimate: "{count, plural, one {Más o menos # usuario} many {Unos # de usuarios} other {Unos # usuarios}}",
    moreThan: "Más de {count, plural, one {# usuario} many {# de usuarios} other {# usuarios}}",
  },
  fitting: {
    exact: "{count, plural, one {# usuario coincide} many {# de usuarios coinciden} other {# usuarios coinciden}}",
    estimate:
      "{count, plural, one {Coincide más o menos # usuario} many {Coinciden unos # de usuarios} other {Coinciden unos # usuarios}}",
    moreThan:
      "{count, plural, one {Coincide más de # usuario} many {Coinciden más de # de usuarios} other {Coinciden más de # usuarios}}",
  },
  users: {
    exact: "{count, plural, one {# usuario} many {# de usuarios} other {# usuarios}}",
    estimate: "{count, plural, one {más o menos # usuario} many {unos # de usuarios} other {unos # usuarios}}",
    moreThan: "más de {count, plural, one {# usuario} many {# de usuarios} other {# usuarios}}",
  },
  export: "Exportar {users} como CSV",
  empty: {
    title: "Ningún usuario coincide",
    pageTitle: "Aquí no hay más usuarios",
    lead: "Busca por cualquier parte de un nombre de usuario, un correo o un número de teléfono, o quita un filtro.",
    toFirstPage: "A la primera página",
  },
  showAll: "Ver todos los usuarios",
  pages: "Páginas de usuarios",
  previous: "Anterior",
  next: "Siguiente",
  table: {
    label: "Usuarios",
    username: "Nombre de usuario",
    email: "Correo electrónico",
    phone: "Número de teléfono",
    role: "Rol",
    registered: "Registro (UTC)",
    lastLogin: "Último inicio de sesión (UTC)",
    never: "Nunca",
    disabled: "Desactivado",
    choose: "Elegir a <bdi>{username}</bdi>",
  },
  search: {
    label: "Buscar",
    hint: "Cualquier parte de un nombre de usuario, un correo o un número de teléfono. Con menos de tres letras o dígitos seguidos se busca el principio de un nombre de usuario o de un correo.",
    submit: "Buscar",
    order: "Orden",
    orders: {
      newest: "Primero los más nuevos",
      oldest: "Primero los más antiguos",
      "last-login": "Último inicio de sesión, del más reciente al más antiguo",
      username: "Nombre de usuario, de la A a la Z",
    },
    filters: "Filtros",
    role: "Rol",
    anyRole: "Cualquier rol",
    status: "Estado",
    statuses: { any: "Cualquier estado", active: "Activos", disabled: "Desactivados" },
    passkey: "Llave de acceso",
    passkeys: { any: "Con o sin ella", yes: "Tiene una llave de acceso", no: "No tiene ninguna" },
    logins: "Inicios de sesión",
    anyLogin: "Cualquiera",
    neverLoggedIn: "Nunca ha iniciado sesión",
    days: {
      "registered-from": "Registro desde",
      "registered-to": "Registro hasta",
      "login-from": "Último inicio de sesión desde",
      "login-to": "Último inicio de sesión hasta",
    },
    daysHint: "Los días son en UTC, y ambos se incluyen.",
  },
  selection: {
    legend: "Usuarios seleccionados",
    all: "Todos los de esta página",
    disable: "Desactivar<rest> a los elegidos</rest>",
    enable: "Activar<rest> a los elegidos</rest>",
    sessions: "Cerrar todas las sesiones<rest> de los elegidos</rest>",
    nobody: "Ningún usuario seleccionado",
    nobodyLead: "Selecciona usuarios en la lista y elige después una acción.",
    back: "Volver a la lista",
  },
  selected: {
    title: "Varios usuarios",
    count: "{count, plural, one {Un usuario} other {# usuarios}}",
    others: "Los usuarios que ya estén así no cambian, y tu propia cuenta tampoco.",
    pending: "Un momento…",
    unknown: "Elige una acción.",
    disable: {
      ask: "¿Desactivar estas cuentas?",
      access:
        "Se cierra la sesión de cada usuario en todas partes, y no puede iniciarla hasta que un administrador active la cuenta.",
      rest: "Los perfiles, las llaves de acceso y el historial se quedan como están.",
      submit: "Desactivarlas",
      done: "{changed, plural, =0 {No se ha desactivado ninguna cuenta.} one {Se ha desactivado una cuenta.} other {Se han desactivado # cuentas.}}",
    },
    enable: {
      ask: "¿Activar a estos usuarios?",
      access: "Cada usuario puede iniciar sesión de nuevo, con un código o con una llave de acceso que ya tenga.",
      rest: "Las sesiones anteriores siguen cerradas.",
      submit: "Activarlos",
      done: "{changed, plural, =0 {No se ha activado ninguna cuenta.} one {Se ha activado una cuenta.} other {Se han activado # cuentas.}}",
    },
    sessions: {
      ask: "¿Cerrar la sesión de estos usuarios en todas partes?",
      access:
        "Cada usuario tiene que iniciar sesión de nuevo. Se cancelan los códigos sin usar, y sus navegadores dejan de ser dispositivos de confianza.",
      submit: "Cerrar sus sesiones",
      done: "{changed, plural, =0 {No se ha cerrado la sesión de ninguna cuenta.} one {Se ha cerrado la sesión de una cuenta en todas partes.} other {Se ha cerrado la sesión de # cuentas en todas partes.}}",
    },
    left: "{left, plural, one {Una se ha quedado como estaba: ya no existe, ya estaba así o es la tuya.} other {# se han quedado como estaban: ya no existen, ya estaban así o una es la tuya.}}",
    untried:
      "{untried, plural, one {Una no se ha cambiado, porque debes confirmar de nuevo con tu llave de acceso. Selecciónala otra vez.} other {# no se han cambiado, porque debes confirmar de nuevo con tu llave de acceso. Selecciónalas otra vez.}}",
  },
  new: {
    title: "Añadir un usuario",
    account: "Se crea una cuenta de cliente para esta dirección de correo.",
    mail: "La dirección recibe un correo que dice que la tienda ha creado una cuenta y dónde iniciar sesión. Solo un código enviado a esa dirección abre la cuenta.",
    refused: "Si el correo no se puede enviar, no se crea ninguna cuenta.",
    submit: "Añadir e invitar",
    pending: "Enviando la invitación…",
  },
  roles: { CUSTOMER: "Cliente", STAFF: "Personal", ADMIN: "Administrador" },
  channels: { EMAIL: "Correo", SMS: "SMS", WHATSAPP: "WhatsApp", CALL: "Llamada" },
  purposes: {
    LOGIN: "Para iniciar sesión",
    REGISTER: "Para registrarse",
    CHANGE_EMAIL: "Para cambiar el correo",
    VERIFY_PHONE: "Para verificar el teléfono",
    STEP_UP: "Para confirmar una acción delicada",
    DELETE_ACCOUNT: "Para eliminar la cuenta",
  },
  requestStates: {
    OPEN: "A la espera del código",
    USED: "Usado",
    EXPIRED: "Caducado",
    REPORTED: "Denunciado: «No he sido yo»",
    REFUSED_MAIL: "Correo no entregado",
  },
} satisfies Same<typeof en.adminUsers>;

export const adminChanges = {
  whatWillHappen: "Qué va a pasar",
  reauthenticated: "Tu llave de acceso ha confirmado que eres tú. Vale durante cinco minutos.",
  notReauthenticated: "Tu navegador te pedirá tu llave de acceso. Después vale durante cinco minutos.",
  noScript: "Tu navegador necesita JavaScript para pedir una llave de acceso. Actívalo y vuelve a cargar esta página.",
  passkeyNeeded: {
    title: "Primero necesitas una llave de acceso",
    lead: "Los administradores confirman los cambios con una llave de acceso, para que nadie más pueda hacerlos con tu navegador o tu buzón. <link>Añade una llave de acceso a tu cuenta</link> y vuelve después.",
  },
  form: {
    waiting: "Esperando tu llave de acceso…",
    cancel: "Cancelar",
    emailOwner: "No se ha cambiado nada: {name} tiene esta dirección de correo.",
  },
  reason: {
    label: "Motivo",
    missing: "Escribe un motivo. Otros administradores querrán saberlo.",
    hints: {
      userAndAudit:
        "Para otros administradores, en la página del usuario y en el registro de auditoría. El usuario no lo ve.",
      audit: "Para otros administradores, en el registro de auditoría. El usuario no lo ve.",
      sameInAudit:
        "Para otros administradores, el mismo para todos, en el registro de auditoría. Los usuarios no lo ven.",
    },
  },
  refusals: {
    NO_PASSKEY:
      "No se ha cambiado nada: no tienes ninguna llave de acceso que funcione. Añade una a tu cuenta y vuelve después.",
    REAUTHENTICATION_NEEDED:
      "No se ha cambiado nada: confirma primero con tu llave de acceso. Vale durante cinco minutos.",
    NOT_ADMIN: "No se ha cambiado nada: ya no eres administrador.",
    USER_GONE: "No se ha cambiado nada: ese usuario ya no existe.",
    OWN_ACCOUNT: "No se ha cambiado nada: esta es tu propia cuenta. Pídeselo a otro administrador.",
    DISABLED_ALREADY: "No se ha cambiado nada: esta cuenta ya está desactivada.",
    ENABLED_ALREADY: "No se ha cambiado nada: esta cuenta ya está activada.",
    ROLE_UNCHANGED: "No se ha cambiado nada: el usuario ya tiene este rol.",
    LIMIT_ON_ADMINS:
      "No se ha cambiado nada: este límite es para los propios administradores y ninguno puede restablecerlo. Se restablece solo.",
    LIMIT_OPEN: "No se ha cambiado nada: este límite ya no bloquea ni ralentiza a nadie.",
    SUPPRESSION_KEY_MISSING: "Las listas de SendGrid no están conectadas: define SENDGRID_SUPPRESSION_KEY.",
    SUPPRESSION_KEY_REFUSED:
      "SendGrid rechaza SENDGRID_SUPPRESSION_KEY, o a la clave le falta el derecho de leer y borrar supresiones.",
    SENDGRID_SILENT: "SendGrid no respondió. Vuelve a cargar sus listas dentro de un minuto para ver qué contienen.",
    MAILBOX_GONE: "No se ha cambiado nada: esta dirección ya no se conoce aquí. Búscala de nuevo.",
    NOT_LISTED: "No se ha cambiado nada: la dirección ya no está en esta lista.",
    SESSION_GONE: "No se ha cambiado nada: esta sesión ya había terminado.",
    RECOVERY_BEGUN: "No se ha cambiado nada: alguien ya lo ha empezado. Complétalo o detenlo.",
    RECOVERY_GONE:
      "No se ha cambiado nada: se completó, se detuvo o caducó a las dos semanas. Mira el registro de auditoría.",
    RECOVERY_NOT_TOLD:
      "No se ha cambiado nada: SendGrid todavía no ha aceptado el correo a la dirección antigua, y la espera empieza con él. Si ese correo se rechazó o se descartó, detén esto y empieza de nuevo.",
    RECOVERY_TOO_EARLY: "No se ha cambiado nada: la espera aún no ha terminado.",
    NOTHING_CHANGED: "No se ha cambiado nada: estos son los valores actuales.",
    EMAIL_TAKEN: "Otro usuario tiene esta dirección de correo.",
    USERNAME_MISTYPED: "Este no es el nombre de usuario de la cuenta. Escríbelo como aparece arriba.",
    NOTICES_SPENT:
      "No se ha cambiado nada: se ha alcanzado el límite diario de correos, a esta dirección, de tu parte o de toda la tienda. Inténtalo de nuevo mañana.",
    NOT_INVITED:
      "No se ha enviado nada: el usuario ya ha verificado esta dirección, así que la invitación no hace falta.",
    INVITED_BUT_DISABLED: "No se ha enviado nada: la cuenta está desactivada. Actívala primero.",
    PRODUCT_GONE: "No se ha cambiado nada: este producto ya no existe.",
    PRODUCT_CHANGED:
      "No se ha cambiado nada: otra persona ha cambiado este producto entretanto, o un pedido se ha llevado piezas. Ábrelo de nuevo para verlo como está ahora.",
    NUMBER_TAKEN: "Otro producto tiene este número.",
    SLUG_TAKEN: "Otro producto tiene esta dirección.",
    ORDER_GONE: "No se ha cambiado nada: no hay ningún pedido con este número.",
    ORDER_NOT_PAID: "No se ha cambiado nada: el pedido se paga con tarjeta y el pago no ha llegado.",
    ORDER_CHANGED: "No se ha cambiado nada: el pedido está ahora en otro estado. Ábrelo de nuevo para ver cuál.",
  },
} satisfies Same<typeof en.adminChanges>;
