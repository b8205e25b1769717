import type { Dictionary, FileMark } from './dictionaryFiles.js';

/** The dictionary of nodejieba 3.5.8 as it is published. */
export const PACKAGE_FILES: Readonly<Record<keyof Dictionary, FileMark>> = {
  dict: { bytes: 5_071_204, crc32: 3_337_967_450 },
  hmmDict: { bytes: 519_739, crc32: 1_990_014_807 },
  userDict: { bytes: 49, crc32: 3_765_033_434 },
  idfDict: { bytes: 5_998_717, crc32: 4_007_500_220 },
  stopWordDict: { bytes: 8974, crc32: 1_894_905_290 },
};
