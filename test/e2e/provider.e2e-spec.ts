import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { providerProcess, type ProviderProcess } from '../security/support/provider-stage';
import { withFingerSensor } from './support/authenticator';
import { DESK, keepPicture, openBrowser, PHONE, sidewaysOverflow, takeSeat } from './support/browser';
import { openStage, type Stage } from './support/stage';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds serious on the page. */
async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate<string[]>(
    `axe.run().then(({ violations }) => violations.filter(({ impact }) => ['serious', 'critical'].includes(impact)).map(({ id }) => id))`,
  );
}

describe('the sign-in provider in a browser', () => {
  let stage: Stage;
  let browser: Browser;
  let provider: ProviderProcess;
  let folder = '';

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'tonggong-provider-'));
    provider = await providerProcess(folder);
    [stage, browser] = await Promise.all([
      openStage({ ...provider.environment, OIDC_LABEL: '政务账号' }),
      openBrowser(),
    ]);
    await provider.openFor(`${stage.baseUrl}/auth/provider/callback`);
  }, 240_000);

  afterAll(async () => {
    await browser.close();
    await provider.stop();
    await stage.close();
    await rm(folder, { recursive: true, force: true });
  }, 120_000);

  /** The provider's own page. */
  async function atProvider(page: Page, login: string): Promise<void> {
    await page.waitForURL((url) => url.href.startsWith(provider.issuer));
    await page.getByLabel('账号').fill(login);
    await page.getByRole('button', { name: '登录' }).click();
  }

  async function looksGood(page: Page, name: string): Promise<void> {
    await keepPicture(page, name);
    expect(await seriousFindings(page)).toEqual([]);
    expect(await sidewaysOverflow(page)).toBe(0);
  }

  it('is linked under My account, opens the door, and is unlinked again', async () => {
    const seat = await takeSeat(browser, stage.baseUrl, 'caseworker', DESK);
    const { page } = seat;
    await page.goto('/account');
    await page.getByRole('region', { name: '用政务账号登录' }).getByRole('button', { name: '去关联' }).click();
    await atProvider(page, 'zhang.min');
    const card = page.getByRole('region', { name: '用政务账号登录' });
    await card.getByText('已关联，下次可以用政务账号登录。').waitFor();
    await looksGood(page, 'provider-account-1280');
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.getByRole('button', { name: '用政务账号登录' }).waitFor();
    await looksGood(page, 'provider-door-1280');
    await page.getByRole('button', { name: '用政务账号登录' }).click();
    await atProvider(page, 'zhang.min');
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    expect(new URL(page.url()).origin).toBe(stage.baseUrl);
    await page.goto('/account');
    await card.getByRole('button', { name: '解除关联' }).click();
    await page.getByRole('button', { name: '解除关联' }).last().click();
    await card.getByText('还没有关联').waitFor();
    expect(seat.complaints).toEqual([]);
    await seat.context.close();
  }, 240_000);

  it('asks for the second step of her own account after the provider, and a recovery code takes it', async () => {
    const seat = await takeSeat(browser, stage.baseUrl, 'caseworker2', DESK);
    const { page } = seat;
    await page.goto('/account');
    await page.getByRole('region', { name: '用政务账号登录' }).getByRole('button', { name: '去关联' }).click();
    await atProvider(page, 'luo.zhiyuan');
    await page.getByText('已关联，下次可以用政务账号登录。').waitFor();
    await withFingerSensor(seat);
    const passkeys = page.getByRole('region', { name: '通行密钥' });
    await passkeys.getByRole('button', { name: '在这台设备上设置' }).click();
    await passkeys.getByLabel(/给它起个名字/).fill('办公室电脑');
    await page.keyboard.press('Enter');
    await passkeys.getByText('请抄下这10个备用码').waitFor();
    await looksGood(page, 'passkey-codes-1280');
    const [code = ''] = await passkeys.getByRole('listitem').allTextContents();
    await passkeys.getByRole('button', { name: '已抄好' }).click();
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.getByRole('button', { name: '用政务账号登录' }).click();
    await atProvider(page, 'luo.zhiyuan');
    await page.getByText('请用通行密钥完成第二步').waitFor();
    await page.getByRole('button', { name: '设备不在身边，用备用码' }).click();
    await looksGood(page, 'provider-step-1280');
    await page.setViewportSize(PHONE);
    await looksGood(page, 'provider-step-360');
    await page.setViewportSize(DESK);
    await page.getByLabel('验证码（或备用码）').fill(code);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '退出登录' }).waitFor();
    expect(seat.complaints).toEqual([]);
    await seat.context.close();
  }, 240_000);

  it('sends back whom nobody linked, who left, and everybody while it is away, with a sentence each; the password still opens', async () => {
    const context = await browser.newContext({ viewport: PHONE, locale: 'zh-CN', baseURL: stage.baseUrl });
    context.setDefaultTimeout(30_000);
    const page = await context.newPage();
    await page.goto('/');
    await page.getByRole('button', { name: '用政务账号登录' }).click();
    await atProvider(page, 'nobody');
    await page.getByText('没有登录成功。第一次用政务账号之前').waitFor();
    await looksGood(page, 'provider-refused-360');
    await page.getByRole('button', { name: '用政务账号登录' }).click();
    await page.waitForURL((url) => url.href.startsWith(provider.issuer));
    await page.getByRole('button', { name: '取消' }).click();
    await page.getByText('在政务账号那边取消了').waitFor();
    await page.getByRole('button', { name: '用政务账号登录' }).click();
    await page.waitForURL((url) => url.href.startsWith(provider.issuer));
    await provider.answer('hung up');
    await atProvider(page, 'nobody');
    await page.getByText('政务账号现在没有回应').waitFor();
    await provider.answer('honest');
    await context.close();
    const seat = await takeSeat(browser, stage.baseUrl, 'supervisor', DESK);
    await seat.context.close();
  }, 240_000);
});
