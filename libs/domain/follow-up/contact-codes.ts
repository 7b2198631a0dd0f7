/** By what way a contact took place. */
export const ContactChannel = {
  PHONE: 'PHONE',
  SMS: 'SMS',
  WECHAT: 'WECHAT',
  VISIT: 'VISIT',
  OFFICE: 'OFFICE',
  IN_APP: 'IN_APP',
} as const;

/** One of the ways of contact. */
export type ContactChannel = (typeof ContactChannel)[keyof typeof ContactChannel];
