export { default } from "@/messages/en/own-data";
