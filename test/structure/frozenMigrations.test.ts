import { expect, test } from 'vitest';
import { migrations } from '../../src/main/store/migrate.ts';
import { checksumOf } from '../../src/main/store/migrationRecords.ts';

/**
 * A queue that is out there was made by these very steps. A step that does not fit is to be put back as it was, and the
 * change to be made in a new step, whose checksum is added here.
 */
const released = [
  [1, 'f14b290b8c7b68b3eda46edf804aa4a45daab7674ea048527e193c0bd6433492'],
  [2, '09ee8e5e43352d96cc1b5d3fea664e6aab83214f33ffdc7a109cc30c73bbe94a'],
  [3, 'fec4605470d9f1bb6f065d4c613e67ed9bc040443044bb8bba76fecf78352fb3'],
  [4, 'ba497d730530de89899da31735def95edcc4576842ede6c7f969b65e317ca15e'],
  [5, 'e6d93d56aff53d88abb366d333cd1130b911d40ed89f444a2ef51043d8ee8dae'],
  [6, 'bf28921cb824fb7ed64f7152bf7065739a7ce2e019f9b0ebe60114362bc29f6e'],
  [7, 'ee56c8cf057a52c9fbbce0cbad771acde7dfebb1c87cb853a715214229d930c9'],
  [8, 'f77be31ec4a4a39de9f33d23feaac80d93da5bcf8235615cd3f3a3dec6c76a7b'],
  [9, 'c00100ddad6f8fc1c776c4e46fcf8f5e177320175699a738b5ab6fccf3de33aa'],
  [10, '6a7892a7d1828a0d53b02585d52ba44c30416115bb6d42f056e91268e82ed4f1'],
  [11, '8ee14527de967e5e5792b8449e2c69c410ae432c785543c15127068767ce8513'],
  [12, '9293b8437297d5aed9ba4c2c2c6aa4d1cb13fc83c42e6e9f20930308e9a94f77'],
  [13, '6fd764299521f22c7ae6eda40b8d924cebda830d7c3e9c359179369982acaf98'],
  [14, '2a0b05bc84e11efa328040e901e65cd76e544b201bfb362c0f8e0fb08fd0e118'],
  [15, '8c1ec522aaeb3d48467845bc70cf6d25d8e0542aa9e45ebdc726f18834230a1d'],
  [16, '547f574e1e075e937481e9d77ccecc9313455e72847fc473ff715f939b9f9ce6'],
  [17, '05068be77e7d3dfce081f71035f14c189df77edf0b79efffe12258e25da00159'],
  [18, '99fc8cb8a1af2924890d113873e387cd9fc6858cd4247fbdf09cfc8329445ec4'],
  [19, '6fe3adc04390b5120e56202281eb90af7a5278146762546cd714d3e700e5d312'],
  [20, 'c64de07dbfb1a990615c058ea6c686087750dfc8271e161c5fa3a2fb8bac6683'],
  [21, '354028d0fab9a586dcbc227b291889347d45d8f1e92cbfed8c39d340643125cf'],
  [22, '00f94479fe10dce91345707e2f980c4d492da4a9e909e85ca0ed31a373ae997d'],
  [23, '029d7e85ec1e7a117d01f998f9935c02c4ea03399ad64c1dc099f6b328295e80'],
  [24, '927d415891c2005736f4449dbb95f04b4344a5b6da95435694d13dca00f0a257'],
  [25, 'abee2b086a7a7b51c33ea99c6c5c11b5a7d38c47b17ebc30d5da7d6b2f6a0037'],
  [26, '2acabd19ba9ac3bdabb77f05e607828a7aa60e27a88510f26a8a4ef360ee2da1'],
  [27, '9069cd00ec847915bba23c13508bd8541c6027a2bbe6e365d371fc921c3afae0'],
  [28, '629e43716c487d22223d267be79931badbe09b1e3af919c232e10cf75e6ba3d5'],
  [29, 'a9896371e3236a1c233a988d99dbd56987e4a478c493354ec9251a04a1ff7462'],
  [30, '72b7eb09e7df517de0005bbd7caa219f2c151be724ab2741f15eec698bccf58f'],
  [31, 'f7011d7397db3f99334ec596768698284647344d52a4e2dc9dfe322b3e685a5b'],
  [32, '110339eb6dfd699e18548374aaf7f257d45f12a5157e6d100d567bb730c83294'],
  [33, '3b89b9348a0310d95c2921b4fc8ba7aebd5db341a316678396a389aba29ee857'],
  [34, 'fec5123bbfcecd3f43cc58fae4d10c80c5c5987ffd89298fe5eca93619f5467c'],
  [35, '00365751bfac0e9a285347cba833047b4b362a9aea401e7084c66e802ca45e90'],
  [36, 'd091282810ccb9c57c37e31418de3c828cf9fdd772801e1b8ed883a7bd393601'],
  [37, '2ffbcd6bc8d66d3db8e12ae0799340dfab3d50fe1ea6e98021b8c9a574eb1445'],
  [38, '3c66cd5b9c5ebbdf149c65841df8f59d43975a47b45457085ff4ab84db49e081'],
  [39, 'fbaebd3aa3c1531c19c2453dc0551e4ceb01b0870a0465de5b75f551dffbfe2e'],
  [40, '997c1e9e1a50602fa8ec31b84120135fd66746eea4be2f2b8a76a723adb743eb'],
  [41, 'c664fde66f5ee342f2ab58e5cf5da9e1ecaa687e51cd6e5a66262ae72b8f2659'],
  [42, '96df2950375f2bd8d48fcd5ed8aaeab957a9077693e7596040d5db03316468cb'],
  [43, '223fe597bed82e4377925da1d550dd83cce4fb747c36c134c8d1db3981e6a956'],
];

test('no step in the format of the queue is edited once it is there', () => {
  expect(migrations.map((step) => [step.version, checksumOf(step)])).toEqual(released);
});

test('steps are numbered from one, without a gap', () => {
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1));
});
