/** Browser and system in words. Their names are names, and the same everywhere. */
export default {
  unknownDevice: "an unknown device",
  unknownBrowser: "an unknown browser",
  browserOnSystem: "{browser} on {system}",
  cityInCountry: "{city}, {country}",
} as const;
