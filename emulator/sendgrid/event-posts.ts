/** An Event Webhook post that is still to be made, or to be made again. */
export type PendingPost = {
  id: string;
  accountSid: string;
  webhookId: string;
  body: string;
  tries: number;
  dueAtMs: number;
};
