/** The invented devices of the product: tests and the practice tenant’s samples are made by the same maker. */
export { inventedDevice, inventedHash, sha256 } from '../../src/main/services/hashes/inventedDevices.ts';
