import { expect } from 'chai';
import { readSettings, SETTING_NAMES, SettingError } from '../../server/config.ts';

describe('the settings', () => {
  it('have a default each', () => {
    expect(readSettings({})).to.deep.equal({
      PORT: 8080,
      HOST: '0.0.0.0',
      DATA_DIR: './data',
      HALL_CONFIG: '',
      LOG_LEVEL: 'info',
      PUBLIC_URL: '',
      VAULT_KEY: '',
      RETENTION_DAYS: 30,
      REDIS_URL: '',
      REDIS_REPLICAS: 0,
      ARCHIVE_URL: '',
      ARCHIVE_ACCESS_KEY: '',
      ARCHIVE_SECRET_KEY: '',
      PUSH_URL: '',
      PUSH_KEY: '',
      PUSH_PER_MINUTE: 600,
      NOTIFY_CONTACT: '',
      NOTIFY_SERVICES: 'fcm.googleapis.com,push.services.mozilla.com,push.apple.com,notify.windows.com',
      PRINTER: 'tray',
      PRINTER_MODEL: 'kiosk-80',
      CLOCK_SPEED: 1,
      CLOCK_START: '',
    });
  });

  it('that are empty are not set', () => {
    const empty = Object.fromEntries(SETTING_NAMES.map((name) => [name, ' ']));
    expect(readSettings(empty)).to.deep.equal(readSettings({}));
  });

  it('are taken from the environment, whatever else is in it', () => {
    const settings = {
      PORT: '0',
      HOST: '127.0.0.1',
      PRINTER: 'tcp://printer.hall:65535',
      PUBLIC_URL: 'https://hall.example/q',
      CLOCK_START: '2026-03-02T09:00:00+08:00',
      CLOCK_SPEED: '120',
    };
    expect(readSettings({ ...settings, HOME: '/root' })).to.include({
      ...settings,
      PORT: 0,
      CLOCK_SPEED: 120,
    });
  });

  const wrong: [name: string, value: string][] = [
    ['PORT', 'http'],
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['LOG_LEVEL', 'loud'],
    ['REDIS_REPLICAS', 'many'],
    ['PUBLIC_URL', 'hall.example'],
    ['PUBLIC_URL', 'ftp://hall.example'],
    ['ARCHIVE_URL', '/archive'],
    ['ARCHIVE_URL', 's3://'],
    ['PRINTER', 'lpt1'],
    ['PRINTER', 'tcp://'],
    ['PRINTER', 'tcp://host:99999'],
    ['PRINTER', 'tcp://host:9100/x'],
    ['PRINTER_MODEL', 'kiosk-81'],
    ['CLOCK_SPEED', '0'],
    ['CLOCK_SPEED', 'fast'],
    ['CLOCK_SPEED', '3601'],
    ['CLOCK_START', 'yesterday'],
    ['CLOCK_START', '2026-03-02T09:00:00'],
  ];
  for (const [name, value] of wrong) {
    it(`that are wrong are refused by name: ${name}=${value}`, () => {
      expect(() => readSettings({ [name]: value })).to.throw(
        SettingError,
        `${name}=${value} can not be used: `,
      );
    });
  }

  it('that may hold a password are refused without being repeated', () => {
    expect(() => readSettings({ REDIS_URL: 'redis://hall:s3cret@a,b' }))
      .to.throw(SettingError, 'REDIS_URL=… can not be used: several servers')
      .and.not.match(/s3cret/);
  });
});
