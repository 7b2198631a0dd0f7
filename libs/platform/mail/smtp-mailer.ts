import { createTransport, type Transporter } from 'nodemailer';
import { Mailer, type Mail } from './mailer';

const TIMEOUT_MS = 10_000;

/** Sends mail over SMTP. */
export class SmtpMailer extends Mailer {
  private readonly transport: Transporter;

  constructor(
    smtpUrl: string,
    private readonly from: string,
  ) {
    super();
    this.transport = createTransport({
      url: smtpUrl,
      connectionTimeout: TIMEOUT_MS,
      socketTimeout: TIMEOUT_MS,
      pool: true,
      maxConnections: 2,
    });
  }

  override async send(mail: Mail): Promise<'SENT'> {
    await this.transport.sendMail({
      from: this.from,
      to: mail.to,
      subject: mail.subject,
      text: mail.text,
      messageId: `<${mail.messageId}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
    return 'SENT';
  }

  /** Closes the connections to the mail server. */
  close(): void {
    this.transport.close();
  }
}

/** Stands where the operator set MAIL=off: deliveries say so. */
export class NoMailer extends Mailer {
  override send(): Promise<'SWITCHED_OFF'> {
    return Promise.resolve('SWITCHED_OFF');
  }
}
