package org.sitewatch.ingest.source;

/**
 * What requests to a store are signed with.
 *
 * @param token of a session, empty if the key is lasting
 */
record AwsKey(String id, String secret, String token) {

  @Override
  public String toString() {
    return "AwsKey"; // never in a log
  }
}
