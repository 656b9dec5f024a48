import type * as en from "@/messages/en/admin-overview";
import type { Same } from "@/messages/en/same";

export const adminOverview = {
  dashboard: {
    title: "Panel",
    titleTemplate: "%s · Panel · {shop}",
    overviewTitle: "Panel · {shop}",
  },
  nav: {
    label: "Panel",
    overview: "Resumen",
    orders: "Pedidos",
    products: "Productos",
    users: "Usuarios",
    audit: "Registro de auditoría",
    delivery: "Correo",
    limits: "Límites de frecuencia",
  },
  title: "Resumen",
  lead: "{days, plural, one {El último día} other {Los últimos # días}}, según el registro de auditoría. Los días empiezan a medianoche UTC, y el de hoy no ha terminado.",
  dailyJob: {
    title: "La tarea diaria no se ejecuta",
    stopped:
      "La tarea diaria terminó por última vez el {at}. Los datos antiguos se conservan, y también las cuentas que ya deberían estar eliminadas. Programa una llamada diaria a <path>/api/jobs/daily</path>.",
    never:
      "La tarea diaria no ha terminado nunca. Los datos antiguos se conservan, y también las cuentas que ya deberían estar eliminadas. Programa una llamada diaria a <path>/api/jobs/daily</path>.",
  },
  events: {
    heading: "Envío de eventos",
    none: "Tu receptor aún no ha aceptado ningún evento.",
    delivered: "Tu receptor aceptó el último evento el {at}.",
    waiting:
      "{count, plural, =0 {No hay eventos en espera.} one {Hay # evento en espera.} other {Hay # eventos en espera.}}",
    waitingMoreThan: "Hay más de {count, plural, one {# evento} other {# eventos}} en espera.",
    failingTitle: "Tu receptor no acepta eventos",
    failing:
      "No acepta ninguno desde el {at}. El último motivo es <ltr>{reason}</ltr>. La tienda lo intenta al menos cada diez minutos, y ningún evento adelanta a otro.",
  },
  range: {
    label: "Periodo",
    days: "{days, plural, one {# día} other {# días}}",
  },
  facts: {
    loggedIn: "Sesiones activas",
    over: "más de {count, number}",
    budget: "Presupuesto del día usado",
    usedOf: "{used, number} de {limit, plural, one {# mensaje} many {# de mensajes} other {# mensajes}}",
    notKnown: "se desconoce",
    codesUsed: "Conversión de códigos",
    ofSent: "de los códigos enviados se usaron",
    codesNotSent: "Códigos no enviados",
    mailRefused: "Correos no entregados",
    bouncedOrDropped: "devueltos o descartados",
    noReports: "SendGrid no informa",
    spam: "Marcados como spam",
    byReaders: "por los destinatarios",
    wrongCodes: "Códigos incorrectos",
    blocked: "Límites alcanzados",
    onceAnHour: "cada uno, una vez por hora",
    slowed: "Ralentizados",
    botCheckOnceAnHour: "comprobaciones contra bots, cada una, una vez por hora",
  },
  logins: {
    heading: "Inicios de sesión y registros",
    chart:
      "Inicios de sesión: {logins, number}; registros: {registrations, number}; en {days, number} días, día a día. Las cifras están en la tabla de abajo.",
    logins: "Inicios de sesión",
    registrations: "Registros",
  },
  codes: {
    heading: "Códigos",
    chart:
      "Códigos enviados: {sent, number}; usados: {used, number}; no enviados: {notSent, number}; en {days, number} días, día a día. Las cifras están en la tabla de abajo.",
    sent: "Enviados",
    used: "Usados",
    notSent: "No se pudieron enviar",
  },
  mail: {
    heading: "Problemas de entrega de correo",
    chart:
      "Correos devueltos: {bounced, number}; descartados: {dropped, number}; aplazamientos: {deferred, number}; en {days, number} días, día a día. Las cifras están en la tabla de abajo.",
    bounced: "Devueltos",
    dropped: "Descartados por SendGrid",
    deferred: "Aplazados",
    notReported:
      "SendGrid todavía no informa de las entregas. Configura su Event Webhook y pon en SENDGRID_WEBHOOK_PUBLIC_KEY la clave que muestra.",
  },
  budget: {
    heading: "Presupuesto diario de envíos",
    unavailable:
      "El almacén de los límites no responde, y no se envía ningún código hasta que lo haga. Revisa la base de datos, o Redis si lo usas.",
    everybody: "Para todos",
    trusted: "Dispositivos de confianza",
    use: "{used, number} de {limit, plural, one {# mensaje} many {# de mensajes} other {# mensajes}} hoy ({share})",
    spent: "Agotado: solo los dispositivos de confianza siguen recibiendo códigos.",
    slowing: "Usado el {share}: quien pida un código necesita una comprobación contra bots.",
    open: "A partir de la marca, quien pida un código necesita una comprobación contra bots.",
    trustedSpent:
      "Agotado: los dispositivos de confianza no reciben códigos, y no se envían códigos para confirmar la identidad.",
    trustedOpen: "Se usa cuando se agota el presupuesto de todos, y para confirmar la identidad.",
    withEnd: "{sentence} Se restablece el {time}.",
    note: "Cuentan cada inicio y cada mensaje nuevo, y también los avisos a direcciones sin cuenta. Un día empieza con su primer mensaje y dura 24 horas. DAILY_SEND_BUDGET fija el tamaño de los dos presupuestos.",
  },
  channels: {
    heading: "Conversión por canal",
    lead: "Cuenta cada mensaje, así que un código enviado dos veces cuenta como dos. Los códigos se pueden usar durante diez minutos.",
    channel: "Canal",
    sent: "Enviados",
    used: "Usados",
    conversion: "Conversión",
    notSent: "No se pudieron enviar",
    wrong: "Códigos incorrectos",
  },
  twilio: {
    heading: "Comparación con Twilio",
    lead: "{days, plural, one {El último día} other {Los últimos # días}}. Twilio guarda treinta, y sus cifras tienen hasta un minuto de retraso. Twilio cuenta los códigos aprobados, y nosotros los que se usaron después.",
    silent:
      "Twilio no responde ahora mismo. Nuestras cifras de arriba no dependen de Twilio. Vuelve a cargar la página dentro de un minuto.",
    channel: "Canal",
    sentByUs: "Enviados, según nosotros",
    attempts: "Intentos, según Twilio",
    usedByUs: "Usados, según nosotros",
    converted: "Convertidos, según Twilio",
    unconverted: "No convertidos, según Twilio",
    conversionByUs: "Conversión, según nosotros",
    conversionByTwilio: "Conversión, según Twilio",
    noAnswer: "sin respuesta",
  },
  notable: {
    heading: "Eventos destacados",
    none: "Ningún evento destacado.",
    withUser: "{time}, <link>ver usuario</link>",
  },
  // Long words may break where the table is narrow.
  byDay: {
    heading: "Día a día",
    label: "Cifras por día",
    day: "Día",
    logins: "Inicios de sesión",
    registrations: "Registros",
    codesSent: "Códigos enviados",
    codesUsed: "Códigos usados",
    codesNotSent: "No enviados",
    bounced: "Devueltos",
    dropped: "Descar\u00adtados",
    deferred: "Aplazados",
    spam: "Marcados como spam",
    wrongCodes: "Códigos incorrec\u00adtos",
    blocked: "Límites alcan\u00adzados",
    slowed: "Ralenti\u00adzados",
    reports: "Denuncias «No he sido yo»",
  },
  export: {
    reading: "{rows} de {all}",
    done: "Guardado, con {rows}.",
    failed: "La exportación falló tras {rows} y no se guardó nada. Inténtalo de nuevo.",
    stopped: "Detenida tras {rows}. No se guardó nada.",
    stop: "Detener",
    refusals: {
      REAUTHENTICATION_NEEDED:
        "No se ha exportado nada. Cada archivo necesita tu llave de acceso, y tu navegador necesita JavaScript para pedirla.",
      EXPORTS_SPENT: "No se ha exportado nada. Has llegado al máximo de archivos por día. Inténtalo de nuevo mañana.",
    },
    rows: {
      zero: "{count} filas",
      one: "{count} fila",
      two: "{count} filas",
      few: "{count} filas",
      many: "{count} de filas",
      other: "{count} filas",
    },
  },
} satisfies Same<typeof en.adminOverview>;

export const adminPasskey = {
  title: "Confirma con tu llave de acceso",
  CONFIRM_PASSKEY: {
    title: "Confirma con tu llave de acceso",
    why: "El panel muestra datos de otras personas, así que solo se abre con tu llave de acceso, no con un código.",
    button: "Confirmar con tu llave de acceso",
    noScript:
      "Tu navegador necesita JavaScript para usar la llave de acceso. Actívalo para esta página y vuelve a cargarla.",
    notAtHand:
      "¿No tienes la llave de acceso a mano? Inicia sesión en un dispositivo que la tenga o pide a un administrador que restablezca tus llaves.",
  },
  ADD_PASSKEY: {
    title: "Añade una llave de acceso para abrir el panel",
    why: "El panel muestra datos de otras personas, así que todo el personal lo abre con una llave de acceso. Añade una a tu cuenta y vuelve aquí.",
    button: "Añadir una llave de acceso",
  },
  PASSKEYS_LOST: {
    title: "No tienes ninguna llave de acceso que funcione",
    advice:
      "El panel solo se abre con una llave de acceso. Pide a otro administrador que restablezca tus llaves y añade una nueva. Si no hay ningún otro, ejecuta <command>npm run create-admin</command> con <command>--reset-passkeys</command> en el servidor.",
  },
} satisfies Same<typeof en.adminPasskey>;
