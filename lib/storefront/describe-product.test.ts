import { expect, it } from "vitest";
import { describeProduct } from "./describe-product";

const kettle = {
  access: "public",
  slug: "kettle",
  name: "Kettle",
  tagline: "Boils.",
  description: "Long.",
  category: "Kitchen",
  art: "kettle",
  number: 1,
  priceCents: 8600,
  left: null,
} as const;

const at = { url: "https://shop.example/es/products/kettle", picture: "https://shop.example/kettle.png" };

it("a product is described with its public price and its availability", () => {
  expect(describeProduct(kettle, at)).toEqual({
    "@context": "https://schema.org",
    "@type": "Product",
    sku: "kettle",
    name: "Kettle",
    description: "Boils.",
    category: "Kitchen",
    image: at.picture,
    offers: {
      "@type": "Offer",
      url: at.url,
      price: "86.00",
      priceCurrency: "EUR",
      availability: "https://schema.org/InStock",
    },
  });
  const availability = (left: number | null) => describeProduct({ ...kettle, left }, at).offers.availability;
  expect([null, 5, 1].map(availability)).toEqual(Array(3).fill("https://schema.org/InStock"));
  expect(availability(0)).toBe("https://schema.org/OutOfStock");
});
