/** What the smallest parts of our pages say to screen readers. */
export default {
  number: "<hidden>Number </hidden>{value}",
  publicPrice: "<hidden>Public price </hidden>{price}",
  memberPrice: "<hidden>Member price </hidden>{price}",
} as const;
