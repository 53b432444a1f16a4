package org.daicho.resolver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.felix.utils.resource.RequirementImpl;
import org.apache.felix.utils.resource.ResourceImpl;
import org.daicho.ledger.value.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.resource.Requirement;

class LackTest {

    private static Requirement need(String namespace, String filter) {
        return new RequirementImpl(new ResourceImpl(), namespace, filter);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "osgi.wiring.package | (&(osgi.wiring.package=x.y)(version>=1.2.0)(!(version>=2.0.0))) | パッケージ x.y 1.2.0 | the package x.y 1.2.0",
            "osgi.wiring.host | (osgi.wiring.host=x) | バンドル x | the bundle x",
            "osgi.identity | (osgi.identity=x) | バンドル x | the bundle x",
            "osgi.ee | (&(osgi.ee=JavaSE)(version=21)) | Java 21 | Java 21",
            "osgi.service | (objectClass=a.B) | サービス a.B | the service a.B",
            "daicho.module | (daicho.module=media) | モジュール media | the module media",
            "other | (a=b) | other (a=b) | other (a=b)"})
    void namesWhatLacks(String namespace, String filter, String ja, String en) {
        assertEquals(new Text(ja, en), Lack.of(need(namespace, filter)).what());
    }

    @Test
    void namesTheWholeFilterWhereItSaysNoName() {
        assertEquals("the package (x=y)", Lack.of(need("osgi.wiring.package", "(x=y)")).what().en());
    }

    @Test
    void namesNobodyWhereNoBundleAsks() {
        assertEquals(null, Lack.of(need("osgi.service", "(objectClass=a.B)")).who());
    }
}
