import type { Page } from 'playwright-core';
import { EXAMINED, isAccessible, PHONE } from './support/examine.ts';
import { shows } from './support/shows.ts';
import { stageForSuite } from './support/stage.ts';

describe('a booking, from the phone that makes it to any that opens its link', () => {
  const stage = stageForSuite();

  it('tells its figures, is read again by its link alone, and is cancelled on every phone', async () => {
    const phone = await stage.theatre.open('booking', undefined, EXAMINED);
    await book(phone);
    const link = new URL(phone.url());
    const other = await stage.theatre.open('booking', link.pathname + link.hash, EXAMINED);
    for (const each of [phone, other]) {
      await shows(each, 'booking-card', /\d{1,2}:\d\d–\d{1,2}:\d\d 之间签到/);
      await shows(each, 'booking-card', /前 2 小时以上可以取消.*满 2 次，30 天内不能再预约/);
      await isAccessible(each, PHONE, 'booked');
    }
    await phone.locator('phone-cancel button', { hasText: '取消预约' }).tap();
    await phone.locator('phone-cancel button', { hasText: '确定取消' }).tap();
    await shows(phone, 'booking-card h2', '预约已取消');
    await other.reload();
    await shows(other, 'booking-card h2', '预约已取消');
    await isAccessible(other, PHONE, 'cancelled');
  });

  async function book(phone: Page): Promise<void> {
    await phone.locator('booking-matter button').first().tap();
    // The last day has free slots at whatever hour this test runs.
    await phone.locator('booking-time .days button').last().tap();
    await phone.locator('booking-time .slots button:not([disabled])').first().tap();
    await phone.locator('booking-person #identity').fill('13812345678');
    await shows(phone, 'booking-person', /预约日过后 \d+ 天自动删除/);
    await isAccessible(phone, PHONE, 'who is coming');
    await phone.locator('booking-person .primary').tap();
    await shows(phone, 'booking-card h2', '预约成功');
  }
});
