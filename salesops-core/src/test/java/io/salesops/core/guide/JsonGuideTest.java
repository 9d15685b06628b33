package io.salesops.core.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.criteria.Judgement;
import io.salesops.core.criteria.Truth;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.Address;
import io.salesops.core.explain.Fingerprint;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.json.Change;
import io.salesops.core.json.SalesOpsJson;
import java.io.Reader;
import java.io.StringReader;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The snippets of docs/guide/json.md. */
class JsonGuideTest {
    private final Account account = Account.builder()
            .id(AccountId.of("A-17"))
            .name("Acme")
            .address(Address.builder().country("DE").build())
            .employees(350L)
            .build();

    @Test
    void reads() {
        Reader reader = new StringReader("""
                {"id": "A-17",
                 "nmae": "Acme",
                 "employees": 1.5}""");
        // snippet:read
        Checked<Account> read = SalesOpsJson.read("accounts/A-17.json", reader, Account.class);
        String answer = read.match(
                account -> "stored " + account.name(),
                findings -> findings.stream().map(Finding::text).collect(Collectors.joining("\n")));
        // end
        assertThat(answer).isEqualTo("""
                        accounts/A-17.json line 1, column 1: error json.field.missing /name: 'name' is missing
                        accounts/A-17.json line 2, column 2: error json.field.unknown /nmae: unknown field 'nmae'. Maybe 'name'.
                        accounts/A-17.json line 3, column 15: error json.value.invalid /employees: 1.5 is not a whole number""");
    }

    @Test
    void writes() {
        // snippet:write
        String text = SalesOpsJson.write(account); // the same bytes on any machine
        Fingerprint fingerprint = SalesOpsJson.fingerprint(account); // sha256 over that text
        ImmutableList<Change> changes = SalesOpsJson.diff(account, account.withName("Acme AG"));
        // end
        assertThat(text)
                .isEqualTo("{\"id\":\"A-17\",\"name\":\"Acme\",\"address\":{\"country\":\"DE\"},\"employees\":350,"
                        + "\"custom\":{}}");
        assertThat(fingerprint).isEqualTo(Fingerprint.ofText(text));
        assertThat(changes).containsExactly(new Change("/name", Optional.of("\"Acme\""), Optional.of("\"Acme AG\"")));
    }

    @Test
    void judges() {
        // snippet:criteria
        Criteria<Account> inDach = SalesOpsJson.readCriteria("""
                        {"all": [{"field": "country", "in": ["DE", "AT", "CH"]},
                                 {"field": "employees", "atLeast": 200},
                                 {"field": "custom.segment", "type": "text", "is": "A"}]}""", Account.class).orThrow();
        Judgement judgement = inDach.judge(account);
        // end
        assertThat(judgement.truth()).isEqualTo(Truth.UNKNOWN);
        assertThat(judgement.unknown()).containsExactly("custom.segment is missing");
    }

    @Test
    void joinsAnApplicationsMapper() throws JsonProcessingException {
        // snippet:module
        ObjectMapper mapper = new ObjectMapper().registerModule(SalesOpsJson.module());
        Account same = mapper.readValue(mapper.writeValueAsString(account), Account.class);
        // end
        assertThat(same).isEqualTo(account);
    }
}
