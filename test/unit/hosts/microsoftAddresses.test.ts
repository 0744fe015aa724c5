import { describe, expect, it, vi } from 'vitest';
import { isMicrosoftSignIn, openSignIn } from '../../../src/main/hosts/microsoftAddresses.ts';

describe('a sign-in page that may be opened in a browser', () => {
  it.each([
    'https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=1',
    'https://login.microsoftonline.us/organizations/oauth2/v2.0/authorize',
    'https://login.partner.microsoftonline.cn/common',
    'https://microsoft.com/devicelogin',
    'https://login.microsoft.com/device',
  ])('is %s', (address) => {
    expect(isMicrosoftSignIn(address)).toBe(true);
  });

  it.each([
    'http://login.microsoftonline.com/',
    'https://login.microsoftonline.com.evil.example/',
    'https://evil.example/https://login.microsoftonline.com/',
    'https://evil.example/?next=login.microsoftonline.com',
    'https://login.microsoftonline.com@evil.example/',
    'https://somebody@login.microsoftonline.com/',
    'https://login.microsoftonline.com:8443/',
    'https://loginmicrosoftonline.com/',
    'file:///c:/windows/system32/calc.exe',
    'ms-settings:privacy',
    'javascript:alert(1)',
    '',
  ])('is not %s', (address) => {
    expect(isMicrosoftSignIn(address)).toBe(false);
  });

  it('is the only kind of page that is opened', async () => {
    const open = vi.fn(() => Promise.resolve());
    await expect(openSignIn('https://evil.example/', open)).rejects.toThrow('only Microsoft’s');
    expect(open).not.toHaveBeenCalled();
    await openSignIn('https://microsoft.com/devicelogin', open);
    expect(open).toHaveBeenCalledWith('https://microsoft.com/devicelogin');
  });
});
