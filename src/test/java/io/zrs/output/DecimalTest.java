package io.zrs.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalTest {
    @ParameterizedTest
    @CsvSource({
        "10,3,10.000",
        "0.0005,3,0.001",
        "0.00012345,5,0.00012",
        "2.5,0,2",
        "-1.23456,3,-1.235",
        "-0.0001,3,0.000"
    })
    void hasSoManyDecimals(double value, int decimals, String text) {
        assertEquals(text, Decimal.fixed(value, decimals));
    }

    @ParameterizedTest
    @CsvSource({
        "0,0.0",
        "10,10.0",
        "0.1,0.1",
        "123.456,123.5",
        "999.96,1000.0",
        "1000,1000.0",
        "49998.23,49998.2",
        "0.00001234567,0.00001235",
        "-0.5,-0.5"
    })
    void hasFourDigitsInATable(double value, String text) {
        assertEquals(text, Decimal.brief(value));
    }

    @Test
    void neverNeedsAnExponent() {
        assertEquals("100000000000000000000.0", Decimal.brief(1e20));
        assertEquals("0.0000000000000000001", Decimal.brief(1e-19));
    }
}
