export { default } from "@/messages/en/storefront";
