import { makeBrokerVerifier, matchesBrokerVerifier } from './broker-verifier.js';

describe('a broker verifier', () => {
  it('knows its password and no other', () => {
    const verifier = makeBrokerVerifier('a long random password');
    expect(matchesBrokerVerifier('a long random password', verifier)).toBe(true);
    expect(matchesBrokerVerifier('a long random passwore', verifier)).toBe(false);
    expect(matchesBrokerVerifier('', verifier)).toBe(false);
  });

  it('reads what mosquitto_passwd has written', () => {
    // Made by `mosquitto_passwd -b` of Mosquitto 2.0.11.
    const written =
      '$7$101$TneUDCQ8hjhtkNrn$3P/6y6BYpmlNZ5KEyjk1viLDAoCNebJiyM2qJxy6ovRrLGtWpFZ5oSj0teSCcbdixjW/oRlrEM9+PIUM/yoBBA==';
    expect(matchesBrokerVerifier('correct-horse-battery-staple', written)).toBe(true);
    expect(matchesBrokerVerifier('correct-horse-battery-stapler', written)).toBe(false);
  });

  it('is another one each time, in the form of Mosquitto’s password file', () => {
    const [first, second] = [makeBrokerVerifier('same'), makeBrokerVerifier('same')];
    expect(first).toMatch(/^\$7\$101\$[\w+/]{16}\$[\w+/]{86}==$/);
    expect(second).not.toBe(first);
  });
});
