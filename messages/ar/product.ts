export { default } from "@/messages/en/product";
